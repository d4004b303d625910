package dev.ponder.router.lookup;

import java.time.Duration;

/**
 * Leaves a failing neighbour alone for a while, so that a dead cache costs nothing: after so many failures in a row, no call until
 * the pause is over; then one failure more begins the next. Thread-safe.
 */
final class Breaker {

    private final int failuresToPause;
    private final long pauseNanos;
    private int failures;
    private long pausedUntilNanos;

    Breaker(int failuresToPause, Duration pause) {
        this.failuresToPause = failuresToPause;
        this.pauseNanos = pause.toNanos();
    }

    synchronized boolean isPaused(long nowNanos) {
        return failures >= failuresToPause && nowNanos - pausedUntilNanos < 0;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed(long nowNanos) {
        failures++;
        pausedUntilNanos = nowNanos + pauseNanos;
    }
}
