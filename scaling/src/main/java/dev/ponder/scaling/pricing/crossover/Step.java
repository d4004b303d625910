package dev.ponder.scaling.pricing.crossover;

import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.pricing.Money;
import java.math.BigDecimal;

/**
 * A stretch of the load in which neither offer needs another replica.
 *
 * @param from its lower end, not part of it
 * @param to its upper end, part of it
 * @param firstReplicas of the first offer
 * @param secondReplicas of the second
 * @param first what the first costs a month
 * @param second what the second costs a month
 */
public record Step(BigDecimal from, BigDecimal to, long firstReplicas, long secondReplicas, Money first, Money second) {

    public Step {
        requireNonNull(first, "first is null");
        requireNonNull(second, "second is null");
        if (from.signum() < 0 || from.compareTo(to) >= 0) {
            throw new IllegalArgumentException("no stretch: " + from + " to " + to);
        }
    }

    /** Says who costs less. */
    public Leader leader() {
        int compared = first.compareTo(second);
        if (compared == 0) {
            return Leader.NEITHER;
        }
        return compared < 0 ? Leader.FIRST : Leader.SECOND;
    }

    /** Says how many times the second's cost the first's is. */
    public double ratio() {
        return first.over(second);
    }

    /** Whether the cheaper one is cheaper by no more than this share of the dearer one. */
    boolean isWithin(BigDecimal tolerance) {
        BigDecimal dearer = first.amount().max(second.amount());
        BigDecimal apart = first.amount().subtract(second.amount()).abs();
        return apart.compareTo(dearer.multiply(tolerance)) <= 0;
    }
}
