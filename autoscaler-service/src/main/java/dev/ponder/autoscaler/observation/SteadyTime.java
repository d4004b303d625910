package dev.ponder.autoscaler.observation;

import java.time.Duration;
import java.time.Instant;

/**
 * A wall clock that never goes back and never jumps: it runs by the stopwatch, and moves towards the wall clock by a tenth of the time
 * that passed, so that a clock that was set is caught up with and one that is set back does not stop it. One thread.
 */
final class SteadyTime {

    private static final int SLEW = 10;

    private Instant at;
    private long nanos;

    SteadyTime(Instant at, long nanos) {
        this.at = at;
        this.nanos = nanos;
    }

    /** The moment now, after all moments before. */
    Instant advance(Instant wall, long nowNanos) {
        long passed = Math.max(1, nowNanos - nanos);
        Instant expected = at.plusNanos(passed);
        Duration off = Duration.between(expected, wall);
        Duration most = Duration.ofNanos(passed / SLEW);
        Duration moved = off.compareTo(most) > 0 ? most : off.compareTo(most.negated()) < 0 ? most.negated() : off;
        at = expected.plus(moved);
        nanos += passed;
        return at;
    }
}
