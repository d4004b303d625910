package dev.ponder.mechanics.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until somebody turns it: for tests and for virtual time. Any thread may turn or read. */
public final class ManualTicker implements Ticker {

    private final Instant start;
    private final AtomicLong elapsedNanos = new AtomicLong();

    /** Starts a clock whose wall shows {@code start} and whose stopwatch shows zero. */
    public ManualTicker(Instant start) {
        this.start = start;
    }

    /** Turns wall and stopwatch forward alike; a negative step is refused. */
    public void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("step is negative: " + step);
        }
        elapsedNanos.addAndGet(step.toNanos());
    }

    @Override
    public Instant now() {
        return start.plusNanos(elapsedNanos.get());
    }

    @Override
    public long nanos() {
        return elapsedNanos.get();
    }
}
