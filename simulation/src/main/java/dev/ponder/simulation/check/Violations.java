package dev.ponder.simulation.check;

import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What was broken, in order. */
final class Violations {

    private final Ticker clock;
    private final Journal journal;
    private final List<Violation> broken = new ArrayList<>();

    Violations(Ticker clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    void add(String invariant, String what) {
        List<String> before = journal.last();
        journal.note(Happening.BROKEN, invariant + ": " + what);
        long millis = Duration.ofNanos(clock.nanos()).toMillis();
        broken.add(new Violation(invariant, what, millis, before));
    }

    List<Violation> all() {
        return List.copyOf(broken);
    }
}
