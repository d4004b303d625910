package dev.ponder.bench.elasticity.frontier;

import static java.util.Objects.requireNonNull;

import dev.ponder.bench.elasticity.Crowd;
import dev.ponder.bench.elasticity.GpuOfMeasures;
import dev.ponder.fleet.demand.Ramp;
import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.trace.Trace;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.LongFunction;

/**
 * How much is asked.
 *
 * @param requestsPerSecond on the mean over time
 * @param objectives of its classes, the most urgent first
 * @param demand gives the requests of a seed
 */
record Level(double requestsPerSecond, List<Objective> objectives, LongFunction<List<SimulatedRequest>> demand) {

    /** Less would hardly be a request in a run. */
    private static final double LEAST = 0.01;

    private static final MathContext SHOWN = new MathContext(4);

    Level {
        if (!(requestsPerSecond >= LEAST)) {
            throw new IllegalArgumentException(
                    "a level asks for %s requests a second or more: %s".formatted(LEAST, requestsPerSecond));
        }
        objectives = List.copyOf(objectives);
        requireNonNull(demand, "demand is null");
    }

    /** The ramp with all its rates made smaller or larger alike. */
    static Level ramp(double requestsPerSecond) {
        return new Level(requestsPerSecond, GpuOfMeasures.INTERACTIVE, seed -> Ramp.withMean(requestsPerSecond, seed));
    }

    /** A trace laid over itself so many times. */
    static Level trace(Trace trace, int copies) {
        return new Level(
                copies * trace.requestsPerSecond(),
                Crowd.CLASSES,
                seed -> Crowd.of(Crowd.overlaid(trace, copies, seed), Crowd.CLASSES.size()));
    }

    String name() {
        BigDecimal rounded = BigDecimal.valueOf(requestsPerSecond).round(SHOWN);
        return rounded.stripTrailingZeros().toPlainString() + " QPS";
    }
}
