package dev.ponder.scaling.pricing.crossover;

import dev.ponder.scaling.pricing.CostCurve;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Walks up two staircases at once, from edge to edge, so that none is passed over. Pure. */
record Staircases(CostCurve first, CostCurve second, BigDecimal end) {

    private static final long MOST_STEPS = 100_000;

    Staircases {
        if (end.signum() <= 0) {
            throw new IllegalArgumentException("end is not above zero: " + end);
        }
        if (!first.traffic().equals(second.traffic())
                || !first.offer()
                        .fixedMonth()
                        .currency()
                        .equals(second.offer().fixedMonth().currency())) {
            throw new IllegalArgumentException("loads or currencies of the offers differ");
        }
        if (!canWalk(first, second, end)) {
            throw new IllegalArgumentException("a load of " + end.toPlainString() + " takes more than " + MOST_STEPS
                    + " replicas; compare the offers up to a lower one");
        }
    }

    /** Whether so large a load takes few enough steps. */
    static boolean canWalk(CostCurve first, CostCurve second, BigDecimal end) {
        return first.carriedBy(MOST_STEPS).min(second.carriedBy(MOST_STEPS)).compareTo(end) >= 0;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        BigDecimal from = BigDecimal.ZERO;
        long ofFirst = 1;
        long ofSecond = 1;
        while (from.compareTo(end) < 0) {
            BigDecimal firstEdge = first.carriedBy(ofFirst);
            BigDecimal secondEdge = second.carriedBy(ofSecond);
            BigDecimal to = firstEdge.min(secondEdge).min(end);
            steps.add(step(from, to, ofFirst, ofSecond));
            ofFirst += firstEdge.compareTo(to) == 0 ? 1 : 0;
            ofSecond += secondEdge.compareTo(to) == 0 ? 1 : 0;
            from = to;
        }
        return steps;
    }

    private Step step(BigDecimal from, BigDecimal to, long ofFirst, long ofSecond) {
        return new Step(
                from,
                to,
                ofFirst,
                ofSecond,
                first.offer().month(ofFirst),
                second.offer().month(ofSecond));
    }
}
