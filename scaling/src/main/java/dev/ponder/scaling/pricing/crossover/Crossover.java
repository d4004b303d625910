package dev.ponder.scaling.pricing.crossover;

import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.pricing.CostCurve;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which of two offers leads at which load, from zero to an end.
 *
 * @param first one offer's costs
 * @param second the other's, over the same traffic
 * @param steps in order, each beginning where the one before ends
 */
public record Crossover(CostCurve first, CostCurve second, List<Step> steps) {

    public Crossover {
        requireNonNull(first, "first is null");
        requireNonNull(second, "second is null");
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps are none");
        }
    }

    /**
     * Compares two offers.
     *
     * @param end the largest load to look at, above zero
     * @throws IllegalArgumentException if the end takes more than 100,000 replicas, or currencies or traffic differ
     */
    public static Crossover of(CostCurve first, CostCurve second, BigDecimal end) {
        return new Crossover(first, second, new Staircases(first, second, end).steps());
    }

    /** The largest load that was looked at. */
    public BigDecimal end() {
        return steps.getLast().to();
    }

    /** All stretches in which one leads, in order; the lead changes from each to the next. */
    public List<Lead> leads() {
        List<Lead> leads = new ArrayList<>();
        for (Step step : steps) {
            if (!leads.isEmpty() && leads.getLast().leader() == step.leader()) {
                leads.add(leads.removeLast().with(step));
            } else {
                leads.add(Lead.of(step));
            }
        }
        return leads;
    }

    /**
     * Finds the load past which the offers' costs never differ by more than a share of the dearer one, be it beyond the end too. None
     * where they come apart in the long run, however close they are on the way.
     *
     * @param tolerance the share, 0 to 1
     */
    public Optional<BigDecimal> convergedFrom(BigDecimal tolerance) {
        return new Convergence(first, second, tolerance).from();
    }

    /** Whether whoever leads at the end leads at every larger load too. */
    public boolean lasts() {
        return switch (steps.getLast().leader()) {
            case FIRST -> staysBelow(first, second);
            case SECOND -> staysBelow(second, first);
            case NEITHER -> false;
        };
    }

    /** A staircase lies between the line through its inner edges and that through its outer ones, which is a replica higher. */
    private boolean staysBelow(CostCurve cheaper, CostCurve dearer) {
        BigDecimal most = cheaper.offer().month(1).amount().add(cheaper.slope().multiply(end()));
        BigDecimal least =
                dearer.offer().fixedMonth().amount().add(dearer.slope().multiply(end()));
        return cheaper.slope().compareTo(dearer.slope()) <= 0 && most.compareTo(least) < 0;
    }
}
