package dev.ponder.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The moment at which a person pressed Enter, on the stopwatch: before the script looked for a JDK, before a build, before this JVM.
 *
 * @param nanos on the stopwatch
 * @param built whether the script had to build first
 */
record Entered(long nanos, boolean built) {

    private static final String WHEN = "ponder.entered";
    private static final String BUILT = "ponder.built";

    /** What the {@code ponder} script says by {@code -Dponder.entered}; empty where something else has started this JVM. */
    static Optional<Entered> said(Instant now, long nowNanos) {
        Long millis = Long.getLong(WHEN);
        return millis == null
                ? Optional.empty()
                : of(Instant.ofEpochMilli(millis), now, nowNanos, Boolean.getBoolean(BUILT));
    }

    /**
     * Carries a moment of the wall clock over to the stopwatch; empty where the wall clock was set back meanwhile.
     *
     * @param now this moment on the wall clock
     * @param nowNanos this moment on the stopwatch
     */
    static Optional<Entered> of(Instant entered, Instant now, long nowNanos, boolean built) {
        Duration since = Duration.between(entered, now);
        return since.isNegative() ? Optional.empty() : Optional.of(new Entered(nowNanos - since.toNanos(), built));
    }
}
