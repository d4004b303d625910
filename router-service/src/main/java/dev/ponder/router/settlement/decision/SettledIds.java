package dev.ponder.router.settlement.decision;

import dev.ponder.contracts.id.RequestKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The requests of one partition that are settled, each remembered for a set time. Holds what is committed and nothing else: a
 * batch's decisions are added once they are durable, so that an aborted batch leaves no trace. The settlement thread alone.
 */
public final class SettledIds {

    private final Duration remember;
    /** Oldest first. Digests as {@link RequestKey#digest()} makes them, so that what a key weighs doesn't depend on the user. */
    private final Map<String, Instant> settledAt = new LinkedHashMap<>();

    /** Remembers nothing yet. */
    public SettledIds(Duration remember) {
        if (!remember.isPositive()) {
            throw new IllegalArgumentException("remember is not positive: " + remember);
        }
        this.remember = remember;
    }

    /** Says whether a request was settled less than the remembered time ago. */
    public boolean contains(String digest, Instant now) {
        Instant at = settledAt.get(digest);
        return at != null && !isForgotten(at, now);
    }

    /** Remembers a request that is durably settled. */
    public void add(String digest, Instant at) {
        settledAt.remove(digest);
        settledAt.put(digest, at);
    }

    /** Forgets a request, as a deletion in the register says. */
    public void remove(String digest) {
        settledAt.remove(digest);
    }

    /** Frees what is past its time. Stops at the first that isn't, so an entry out of order is freed a little late. */
    public void forgetOld(Instant now) {
        Iterator<Instant> oldest = settledAt.values().iterator();
        while (oldest.hasNext() && isForgotten(oldest.next(), now)) {
            oldest.remove();
        }
    }

    /** How many are held. */
    public int size() {
        return settledAt.size();
    }

    private boolean isForgotten(Instant at, Instant now) {
        return !now.isBefore(at.plus(remember));
    }
}
