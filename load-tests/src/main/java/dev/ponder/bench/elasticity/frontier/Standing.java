package dev.ponder.bench.elasticity.frontier;

import dev.ponder.bench.elasticity.IdleCause;
import dev.ponder.bench.measure.MeanInterval;
import dev.ponder.bench.report.Row;
import dev.ponder.scaling.pricing.Money;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Where a contestant stands at one level, over all seeds.
 *
 * @param contestant who
 * @param contests one a seed, all of the same level
 */
record Standing(String contestant, List<Contest> contests) {

    private static final String COST = "cost_per_1k_attained";
    private static final String OVER_CLAIRVOYANT = "cost_over_clairvoyant";
    private static final String LOW = "_low";
    private static final String HIGH = "_high";

    Standing {
        contests = List.copyOf(contests);
    }

    private List<Spent> spent() {
        return contests.stream().map(one -> one.of(contestant)).toList();
    }

    private double mean(ToDoubleFunction<Spent> figure) {
        return spent().stream().mapToDouble(figure).average().orElseThrow();
    }

    /** What a terminal has room for. */
    Row shortRow(Tariff tariff) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("replicas", "average_replicas");
        names.put("attained", "slo_attained");
        names.put("cost/1k in time", COST);
        names.put("from", COST + LOW);
        names.put("to", COST + HIGH);
        names.put("/ clairvoyant", OVER_CLAIRVOYANT);
        for (IdleCause cause : IdleCause.values()) {
            names.put(cause.words(), cause.figure());
        }
        return row(tariff).inShort(contestant, names);
    }

    Row row(Tariff tariff) {
        Level level = contests.getFirst().level();
        Row row = Row.named(contestant + ", " + level.name())
                .with("requests_per_second", level.requestsPerSecond())
                .with("average_replicas", mean(Spent::averageReplicas))
                .with("slo_attained", mean(Spent::sloAttained));
        row = withCosts(row, tariff);
        row = withMean(row, OVER_CLAIRVOYANT, ratios(Contest.CLAIRVOYANT));
        row = withMean(row, "cost_over_static", ratios(Contest.STATIC));
        row = row.with("used_share", mean(one -> one.bill().used() / one.bill().paid()));
        return IdleCause.addTo(row, cause -> mean(one -> cause.share(one.bill())));
    }

    private Row withCosts(Row row, Tariff tariff) {
        Row more = row;
        if (spent().stream().allMatch(one -> one.attained() > 0)) {
            more = withMean(
                    more,
                    COST,
                    spent().stream()
                            .map(one -> amount(tariff.eachAttained(one).thousandAnswers()))
                            .toList());
        }
        more = more.with("cost_per_request", mean(one -> amount(tariff.each(one).request())))
                .with("cost_per_1k", mean(one -> amount(tariff.each(one).thousandAnswers())));
        return tariff.accuracy() == null
                ? more
                : more.with(
                        "cost_per_correct",
                        mean(one -> amount(tariff.each(one).correctAnswer().orElseThrow())));
    }

    private static double amount(Money money) {
        return money.amount().doubleValue();
    }

    private List<Double> ratios(String other) {
        return contests.stream()
                .flatMap(one -> one.ratio(contestant, other).stream())
                .toList();
    }

    /** The mean, and from two seeds on where it lies. */
    static Row withMean(Row row, String figure, List<Double> values) {
        if (values.isEmpty()) {
            return row;
        }
        if (values.size() == 1) {
            return row.with(figure, values.getFirst());
        }
        MeanInterval interval = MeanInterval.of(values);
        return row.with(figure, interval.mean())
                .with(figure + LOW, interval.low())
                .with(figure + HIGH, interval.high());
    }
}
