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

    /**
     * The 90th percentile in seconds, as Prometheus' {@code histogram_quantile} reckons it: evenly spread within a bucket. Where the
     * largest bucket has too few of all, it is just above that.
     */
    static Reading<Double> p90(List<CounterSteps.Step> steps, String name) {
        double all = steps.stream()
                .mapToDouble(
                        step -> step.grown(page -> page.of(name).firstTokens()).orElse(0))
                .sum();
        TreeMap<Double, Double> within = new TreeMap<>(joined(steps, name));
        if (all == 0 || within.isEmpty()) {
            return Reading.missing("no first token of " + name + " came, or reasoners publish no histogram");
        }
        double below = 0;
        double bound = 0;
        for (Map.Entry<Double, Double> bucket : within.entrySet()) {
            double here = bucket.getValue() - below;
            if (bucket.getValue() >= SHARE * all && here > 0) {
                return Reading.of(bound + (bucket.getKey() - bound) * (SHARE * all - below) / here);
            }
            below = bucket.getValue();
            bound = bucket.getKey();
        }
        return Reading.of(Math.nextUp(bound));
    }

    private static Map<Double, Double> joined(List<CounterSteps.Step> steps, String name) {
        Map<Double, Double> joined = new HashMap<>();
        steps.forEach(step -> step.filled(page -> page.of(name).within())
                .forEach((bound, count) -> joined.merge(bound, count, Double::sum)));
        return joined;
    }
}
