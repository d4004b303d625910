package dev.ponder.autoscaler.observation;

import dev.ponder.scaling.observation.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The time to the first token, from the histograms of the wait in the queue and of the first chunk. The sum of the two 90th percentiles is
 * taken, which is seldom less than the 90th percentile of the sum. Pure.
 */
final class FirstTokens {

    private static final double SHARE = 0.9;

    private FirstTokens() {}

    static Reading<Double> p90(Reading<List<CounterSteps.Step>> steps) {
        return switch (steps) {
            case Reading.Missing<List<CounterSteps.Step>>(String why) -> Reading.missing(why);
            case Reading.Known<List<CounterSteps.Step>>(List<CounterSteps.Step> known) -> p90(known);
        };
    }

    private static Reading<Double> p90(List<CounterSteps.Step> steps) {
        OptionalDouble wait = quantile(steps, ReasonerFigures::waits);
        OptionalDouble first = quantile(steps, ReasonerFigures::firsts);
        return wait.isPresent() && first.isPresent()
                ? Reading.of(wait.orElseThrow() + first.orElseThrow())
                : Reading.missing("no first token came, or reasoners publish no histogram of them");
    }

    /** The smallest upper bound below which enough of all are; those above the largest bound are not seen. */
    private static OptionalDouble quantile(
            List<CounterSteps.Step> steps, Function<ReasonerFigures, Map<Double, Double>> histogram) {
        Map<Double, Double> all = new HashMap<>();
        steps.forEach(step -> step.filled(histogram).forEach((bound, count) -> all.merge(bound, count, Double::sum)));
        TreeMap<Double, Double> sorted = new TreeMap<>(all);
        double total = sorted.isEmpty() ? 0 : sorted.lastEntry().getValue();
        if (total == 0) {
            return OptionalDouble.empty();
        }
        return sorted.entrySet().stream()
                .filter(bucket -> bucket.getValue() >= SHARE * total)
                .mapToDouble(Map.Entry::getKey)
                .findFirst();
    }
}
