package dev.ponder.mechanics.time;

import java.time.Instant;

/** The machine's own clocks. */
enum SystemTicker implements Ticker {
    INSTANCE;

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }
}
