package dev.ponder.local.cost;

import static java.util.Objects.requireNonNull;

import dev.ponder.local.page.Table;
import dev.ponder.scaling.pricing.CostCurve;
import dev.ponder.scaling.pricing.Offer;
import dev.ponder.scaling.pricing.crossover.Crossover;
import dev.ponder.scaling.pricing.crossover.Lead;
import dev.ponder.scaling.pricing.crossover.Leader;
import dev.ponder.scaling.pricing.crossover.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A comparison and what came of it, in words. */
record Compared(Comparison comparison, Crossover crossover) {

    /** From here on nobody would change an offer for the difference. */
    private static final BigDecimal CLOSE = new BigDecimal("0.1");

    Compared {
        requireNonNull(comparison, "comparison is null");
        requireNonNull(crossover, "crossover is null");
    }

    /** Compares the offers of a plan. */
    static Compared of(Plan plan, Comparison comparison) {
        return new Compared(
                comparison,
                Crossover.of(
                        curve(plan, plan.first(), comparison),
                        curve(plan, plan.second(), comparison),
                        comparison.end()));
    }

    private static CostCurve curve(Plan plan, Offer offer, Comparison comparison) {
        return new CostCurve(offer, comparison.speed(), plan.demand(), comparison.traffic());
    }

    /** Every stretch in which one leads, and where its lead is largest and smallest. */
    Table leads() {
        List<Lead> leads = crossover.leads();
        List<List<String>> rows = new ArrayList<>();
        for (Lead lead : leads) {
            boolean lasts = lead.equals(leads.getLast()) && crossover.lasts();
            String stretch = lasts ? Words.of(lead.from()) + " and more" : stretch(lead.from(), lead.to());
            rows.add(row(stretch, lead));
        }
        return new Table(List.of(comparison.unit(), "cheaper", "by up to", "at", "by at least", "at"), rows);
    }

    private List<String> row(String stretch, Lead lead) {
        List<Step> steps =
                crossover.steps().stream().filter(step -> lead.holds(step.to())).toList();
        Step most = Collections.max(steps, Comparator.comparingLong(Compared::millionths));
        Step least = Collections.min(steps, Comparator.comparingLong(Compared::millionths));
        return List.of(
                stretch,
                name(lead.leader()),
                Words.percent(saving(most)),
                stretch(most.from(), most.to()),
                Words.percent(saving(least)),
                stretch(least.from(), least.to()));
    }

    static String name(Leader leader) {
        return switch (leader) {
            case FIRST -> "A";
            case SECOND -> "B";
            case NEITHER -> "neither";
        };
    }

    private static String stretch(BigDecimal from, BigDecimal to) {
        return Words.of(from) + " – " + Words.of(to);
    }

    /** What the cheaper one saves, as a share of what the other costs. */
    private static double saving(Step step) {
        return 1 - Math.min(step.ratio(), 1 / step.ratio());
    }

    /** So that of steps that save the same the first is named, whatever their last digits. */
    private static long millionths(Step step) {
        return Math.round(saving(step) * 1e6);
    }

    /** Past which load the offers cost nearly the same, if there is one. */
    Optional<String> convergence() {
        return convergedFrom()
                .map(from -> "Past " + Words.of(from) + " " + comparison.unit() + " both cost the same, within "
                        + Words.percent(CLOSE.doubleValue()) + ".");
    }

    Optional<BigDecimal> convergedFrom() {
        return crossover.convergedFrom(CLOSE);
    }
}
