package dev.ponder.mechanics.time;

import java.time.Instant;

/**
 * The one source of time: services take it as a constructor parameter, so that a whole chain can run under a virtual clock.
 */
public interface Ticker {

    /** Says what the wall clock shows; may jump. For deadlines and records that others read. */
    Instant now();

    /** Says how many nanoseconds a stopwatch shows; never goes back. For durations inside one process. */
    long nanos();

    /** The machine's own clocks. */
    static Ticker system() {
        return SystemTicker.INSTANCE;
    }
}
