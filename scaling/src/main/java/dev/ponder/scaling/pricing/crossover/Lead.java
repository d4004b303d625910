package dev.ponder.scaling.pricing.crossover;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * A stretch of the load in which one offer leads, as long as it is.
 *
 * @param from its lower end, not part of it
 * @param to its upper end, part of it
 * @param leader who leads in it
 * @param leastRatio the least that the first's cost is, as a multiple of the second's
 * @param mostRatio the most
 */
public record Lead(BigDecimal from, BigDecimal to, Leader leader, double leastRatio, double mostRatio) {

    public Lead {
        requireNonNull(leader, "leader is null");
        if (from.signum() < 0 || from.compareTo(to) >= 0) {
            throw new IllegalArgumentException("no stretch: " + from + " to " + to);
        }
    }

    static Lead of(Step step) {
        return new Lead(step.from(), step.to(), step.leader(), step.ratio(), step.ratio());
    }

    /** The same, and what follows. */
    Lead with(Step next) {
        return new Lead(from, next.to(), leader, Math.min(leastRatio, next.ratio()), Math.max(mostRatio, next.ratio()));
    }

    /** Whether a load lies in it. */
    public boolean holds(BigDecimal load) {
        return load.compareTo(from) > 0 && load.compareTo(to) <= 0;
    }
}
