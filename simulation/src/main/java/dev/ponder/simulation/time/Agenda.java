package dev.ponder.simulation.time;

import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;

/** Runs events in the order of their virtual time, and those of one moment in an order that the seed decides. One thread. */
public final class Agenda implements AutoCloseable {

    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
    private static final Comparator<Event> SOONEST = Comparator.comparingLong(Event::atNanos)
            .thenComparingLong(Event::tie)
            .thenComparingLong(Event::number);

    private final ManualTicker clock = new ManualTicker(START);
    private final PriorityQueue<Event> events = new PriorityQueue<>(SOONEST);
    private final Set<Fiber> fibers = new LinkedHashSet<>();
    private final SplittableRandom ties;
    private long number;

    private record Event(long atNanos, long tie, long number, Runnable what) {}

    /** Starts with nothing to do. */
    public Agenda(SplittableRandom ties) {
        this.ties = ties;
    }

    /** The clock that everybody reads. */
    public Ticker clock() {
        return clock;
    }

    /** How much virtual time has passed. */
    public Duration elapsed() {
        return Duration.ofNanos(clock.nanos());
    }

    /** Has something done after a while. */
    public void after(Duration delay, Runnable what) {
        events.add(new Event(clock.nanos() + delay.toNanos(), ties.nextLong(), number++, what));
    }

    /** Does what comes next; false if nothing does. */
    public boolean step() {
        Event next = events.poll();
        if (next == null) {
            return false;
        }
        clock.advance(Duration.ofNanos(Math.max(0, next.atNanos() - clock.nanos())));
        next.what().run();
        return true;
    }

    void began(Fiber fiber) {
        fibers.add(fiber);
    }

    void ended(Fiber fiber) {
        fibers.remove(fiber);
    }

    /** Ends all fibers, whose threads would wait for ever. */
    @Override
    public void close() {
        List.copyOf(fibers).forEach(Fiber::kill);
    }
}
