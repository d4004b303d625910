package dev.ponder.autoscaler.observation;

import dev.ponder.scaling.observation.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The time to the first token of a class's requests, from the histograms of all reasoners. Pure. */
final class FirstTokens {

    private static final double SHARE = 0.9;

    private FirstTokens() {}

    /** The smallest upper bound below which enough of all are, in seconds; those above the largest bound are not seen. */
    static Reading<Double> p90(List<CounterSteps.Step> steps, String name) {
        Map<Double, Double> all = new HashMap<>();
        steps.forEach(step -> step.filled(page -> page.of(name).firsts())
                .forEach((bound, count) -> all.merge(bound, count, Double::sum)));
        TreeMap<Double, Double> sorted = new TreeMap<>(all);
        double total = sorted.isEmpty() ? 0 : sorted.lastEntry().getValue();
        return sorted.entrySet().stream()
                .filter(bucket -> total > 0 && bucket.getValue() >= SHARE * total)
                .findFirst()
                .map(bucket -> Reading.of(bucket.getKey()))
                .orElseGet(() ->
                        Reading.missing("no first token of " + name + " came, or reasoners publish no histogram"));
    }
}
