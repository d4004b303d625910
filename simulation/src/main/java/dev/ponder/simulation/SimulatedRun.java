package dev.ponder.simulation;

import dev.ponder.simulation.check.Happening;
import dev.ponder.simulation.check.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What became of one seed.
 *
 * @param accepted requests that Kafka took
 * @param settled requests that have a result
 * @param steps how often everything was looked at
 * @param lasted virtual time
 * @param happened what happened how often
 * @param digest a hash of all that happened, in order
 * @param violations what was broken, in order
 */
public record SimulatedRun(
        long seed,
        int accepted,
        int settled,
        long steps,
        Duration lasted,
        Map<Happening, Integer> happened,
        String digest,
        List<Violation> violations) {

    public SimulatedRun {
        happened = Map.copyOf(happened);
        violations = List.copyOf(violations);
    }

    /** What was broken, what had happened before the first of it, and how to see it again; empty if nothing was. */
    public String failure() {
        if (violations.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        violations
                .getFirst()
                .before()
                .forEach(line -> text.append("  ").append(line).append('\n'));
        for (Violation violation : violations) {
            text.append("seed %d after %d ms broke %s: %s%n"
                    .formatted(seed, violation.atMillis(), violation.invariant(), violation.what()));
        }
        return text.append("again: ./ponder bench simulation --seeds 1 --seed ")
                .append(seed)
                .toString();
    }
}
