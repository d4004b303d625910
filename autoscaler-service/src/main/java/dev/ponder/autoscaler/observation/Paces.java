package dev.ponder.autoscaler.observation;

import dev.ponder.scaling.observation.PaceSample;
import dev.ponder.scaling.observation.Reading;
import java.util.List;
import java.util.Map;

/**
 * How fast replicas went, a sample a reasoner. The time to a first chunk is reading alone only where nothing waits inside the engines, so
 * else nothing is said of reading. Pure.
 */
final class Paces {

    private Paces() {}

    static Reading<List<PaceSample>> of(PoolSnapshot now, Reading<List<CounterSteps.Step>> steps) {
        boolean unhindered = now.shards().known().map(Paces::nobodyWaits).orElse(false);
        return steps.map(
                all -> all.stream().map(step -> sample(step, unhindered)).toList());
    }

    private static PaceSample sample(CounterSteps.Step step, boolean unhindered) {
        double gaps = step.grown(ReasonerFigures::gaps).orElse(0);
        double seconds = step.grown(ReasonerFigures::gapSeconds).orElse(0);
        double batch =
                (step.before().inProgress().orElse(0) + step.now().inProgress().orElse(0)) / 2;
        boolean decoded = gaps > 0 && batch > 0;
        double read = step.grown(page -> page.all().inputTokens()).orElse(0);
        double reading = step.grown(ReasonerFigures::firstSeconds).orElse(0);
        boolean told = unhindered && read > 0 && reading > 0;
        return new PaceSample(decoded ? batch : 0, decoded ? seconds / gaps : 0, told ? read : 0, told ? reading : 0);
    }

    private static boolean nobodyWaits(Map<String, Reading<ShardFigures>> shards) {
        return !shards.isEmpty()
                && shards.values().stream()
                        .allMatch(page -> page.known()
                                .map(figures -> figures.waiting().orElse(1) == 0)
                                .orElse(false));
    }
}
