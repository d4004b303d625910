package dev.ponder.router.admission;

import java.time.Duration;

/**
 * One tenant's tokens: a bucket that refills evenly and holds a minute's worth. Thread-safe.
 */
final class TokenAllowance {

    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    private final double perMinute;
    private double level;
    private long filledNanos;

    TokenAllowance(long perMinute, long nowNanos) {
        this.perMinute = (double) perMinute;
        this.level = this.perMinute;
        this.filledNanos = nowNanos;
    }

    /** Takes tokens if they are there; otherwise takes none. */
    synchronized boolean take(long tokens, long nowNanos) {
        double refill = (double) Math.max(0, nowNanos - filledNanos) / (double) MINUTE_NANOS * perMinute;
        level = Math.min(perMinute, level + refill);
        // A thread that read the clock earlier may come later.
        filledNanos = Math.max(filledNanos, nowNanos);
        boolean enough = level >= (double) tokens;
        level -= enough ? (double) tokens : 0;
        return enough;
    }
}
