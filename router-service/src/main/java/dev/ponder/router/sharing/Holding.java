package dev.ponder.router.sharing;

import java.time.Duration;
import java.time.Instant;

/**
 * What one tenant holds of a pool, and what it has saved by holding less than its part. Requests come in clusters: a tenant whose mean is
 * half of its part holds more than all of it every few seconds. So who held less may hold more for a while, and who holds more uses that
 * up. What is saved is counted in tokens times seconds, the measure in which slots and KV blocks are occupied. One thread at a time.
 */
final class Holding {

    /** How many times its part a tenant may hold that has saved all it can. */
    static final int BURST = 4;
    /** For how long a tenant must have held nothing to have saved all it can. */
    private static final Duration SAVES = Duration.ofSeconds(10);

    private static final double NANOS_PER_SECOND = 1e9;

    private long held;
    /** From 0, nothing, to 1, all that can be saved; relative, so that it keeps its sense when the part changes. */
    private double saved = 1;

    private Instant asOf;

    Holding(Instant now) {
        this.asOf = now;
    }

    /** The tokens that are held. */
    long held() {
        return held;
    }

    /** Lets the time since the last call count, with the part that the tenant has now. */
    void pass(Instant now, long part) {
        Duration passed = Duration.between(asOf, now);
        if (passed.isPositive()) {
            double seconds = passed.toNanos() / NANOS_PER_SECOND;
            double unused = 1 - (double) held / (double) Math.max(1, part);
            saved = Math.clamp(saved + unused * seconds / SAVES.toSeconds(), 0, 1);
            asOf = now;
        }
    }

    /** How much may be held now, of such a part. */
    long most(long part) {
        return (long) ((double) part * (1 + (BURST - 1) * saved));
    }

    void take(int tokens) {
        held += tokens;
    }

    void giveBack(int tokens) {
        held -= tokens;
    }
}
