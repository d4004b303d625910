package dev.ponder.local.cost;

import static java.util.Objects.requireNonNull;

import dev.ponder.local.page.Table;
import dev.ponder.scaling.pricing.Demand;
import dev.ponder.scaling.pricing.OutputSpeed;
import dev.ponder.scaling.pricing.TraceBill;
import dev.ponder.scaling.pricing.Traffic;
import dev.ponder.scaling.trace.Trace;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A trace as both offers would serve it, at both speeds.
 *
 * @param trace what was replayed
 * @param bills by offer and speed
 */
record Served(Trace trace, List<Bill> bills) {

    /** One of them; letter A or B. */
    record Bill(String letter, OutputSpeed speed, TraceBill bill) {}

    Served {
        requireNonNull(trace, "trace is null");
        bills = List.copyOf(bills);
    }

    static Served of(Plan plan, Trace trace) {
        List<Bill> bills = new ArrayList<>();
        for (OutputSpeed speed : OutputSpeed.values()) {
            bills.add(new Bill("A", speed, TraceBill.of(plan.first(), speed, trace)));
            bills.add(new Bill("B", speed, TraceBill.of(plan.second(), speed, trace)));
        }
        return new Served(trace, bills);
    }

    String title() {
        Demand demand = Demand.of(trace);
        return String.format(
                Locale.ROOT,
                "%s: %,d requests in %s, %s tokens an answer, the busiest minute %s times the mean",
                trace.name(),
                trace.requests().size(),
                shown(trace.duration()),
                Words.of(demand.outputTokens()),
                Words.of(demand.peakOverMean()));
    }

    private static String shown(Duration time) {
        return time.toHours() > 0
                ? time.toHours() + " h " + time.toMinutesPart() + " min"
                : time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }

    /** What it asks for, in units of a traffic: its busiest minute, or a day of it. */
    BigDecimal load(Traffic traffic) {
        double perSecond =
                switch (traffic) {
                    case REQUESTS_A_SECOND -> trace.busiest(Demand.PEAK).requestsPerSecond();
                    case REQUESTS_A_DAY ->
                        trace.requestsPerSecond() * Duration.ofDays(1).toSeconds();
                };
        return BigDecimal.valueOf(perSecond);
    }

    Table table() {
        List<String> heads = List.of(
                "offer", "output", "replicas", "the trace", "a month", "an answer", "1,000 answers", "a right one");
        return new Table(heads, bills.stream().map(Served::row).toList());
    }

    private static List<String> row(Bill each) {
        TraceBill bill = each.bill();
        return List.of(
                each.letter(),
                Words.of(each.speed()),
                Words.of(bill.replicas()),
                Words.of(bill.whole()),
                Words.of(bill.offer().month(bill.replicas())),
                Words.of(bill.unit().request()),
                Words.of(bill.unit().thousandAnswers()),
                Words.of(bill.unit().correctAnswer()));
    }
}
