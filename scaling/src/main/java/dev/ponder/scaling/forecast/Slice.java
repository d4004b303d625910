package dev.ponder.scaling.forecast;

import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.observation.Work;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What arrived between two observations.
 *
 * @param at its end
 * @param seconds how long it is
 * @param classes what arrived of each, the most urgent first
 * @param followed replicas that the steady flow kept busy then
 */
record Slice(Instant at, double seconds, List<Arrived> classes, double followed) {

    /** What arrived of a class. */
    record Arrived(Objective objective, Work work) {}

    private static final Comparator<Arrived> URGENT_FIRST =
            Comparator.comparing(one -> one.objective().firstToken());

    Slice {
        classes = classes.stream().sorted(URGENT_FIRST).toList();
    }

    /** What arrived of a class and of those that go before it. */
    Work upTo(Objective objective) {
        return classes.stream()
                .filter(one -> one.objective().firstToken().compareTo(objective.firstToken()) <= 0)
                .map(Arrived::work)
                .reduce(Work.NONE, Work::plus);
    }
}
