package dev.ponder.local.cost;

import static java.util.Objects.requireNonNull;

import dev.ponder.local.page.Table;
import dev.ponder.scaling.pricing.Accuracy;
import dev.ponder.scaling.pricing.Offer;
import dev.ponder.scaling.trace.Trace;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is said of two offers.
 *
 * @param served a trace as they would serve it; null where there is none
 */
record Report(Plan plan, List<Compared> compared, @Nullable Served served) {

    Report {
        requireNonNull(plan, "plan is null");
        compared = List.copyOf(compared);
    }

    /**
     * Reckons it.
     *
     * @throws IllegalArgumentException if a comparison goes up to a load that would take too many replicas
     */
    static Report of(Plan plan, @Nullable Trace trace) {
        Served served = trace == null ? null : Served.of(plan, trace);
        List<Compared> compared = plan.comparisons().stream()
                .map(each -> served == null ? each : each.reaching(served.load(each.traffic())))
                .map(each -> Compared.of(plan, each))
                .toList();
        return new Report(plan, compared, served);
    }

    Optional<Served> trace() {
        return Optional.ofNullable(served);
    }

    String title() {
        BigDecimal peak = plan.demand().peakOverMean();
        String busier =
                peak.compareTo(BigDecimal.ONE) == 0 ? "" : ", the busiest minute " + Words.of(peak) + " times the mean";
        return plan.name() + ": " + Words.of(plan.demand().outputTokens()) + " tokens an answer" + busier
                + ", prices in " + plan.currency();
    }

    /** The offers, by the letters that the other tables call them. */
    Table offers() {
        List<String> heads = List.of(
                "",
                "offer",
                "a replica-hour",
                "fixed a month",
                "operations a replica",
                "tokens/s slow",
                "fast",
                "right");
        return new Table(heads, List.of(row("A", plan.first()), row("B", plan.second())));
    }

    private static List<String> row(String letter, Offer offer) {
        Accuracy accuracy = offer.accuracy();
        return List.of(
                letter,
                offer.name(),
                Words.of(offer.price().hour()),
                Words.of(offer.fixedMonth()),
                Words.of(offer.operationsMonth()),
                Words.of(offer.throughput().slow().perSecond()),
                Words.of(offer.throughput().fast().perSecond()),
                accuracy == null ? Words.NONE : Words.percent(accuracy.share().doubleValue()));
    }
}
