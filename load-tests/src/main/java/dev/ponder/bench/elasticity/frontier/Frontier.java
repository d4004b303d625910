package dev.ponder.bench.elasticity.frontier;

import static java.util.Objects.requireNonNull;

import dev.ponder.bench.elasticity.IdleCause;
import dev.ponder.bench.report.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What contests come to.
 *
 * @param contests every level with every seed, at least one
 * @param tariff what replicas are paid by
 */
record Frontier(List<Contest> contests, Tariff tariff) {

    Frontier {
        contests = List.copyOf(contests);
        if (contests.isEmpty()) {
            throw new IllegalArgumentException("contests are none");
        }
        requireNonNull(tariff, "tariff is null");
    }

    /** A row for each contestant at each level, the lowest level first. */
    List<Row> rows() {
        return byLevel().stream()
                .flatMap(Frontier::standings)
                .map(one -> one.row(tariff))
                .toList();
    }

    /** The contestants at one level, in the order in which they are shown. */
    static Stream<Standing> standings(List<Contest> level) {
        return Contest.ALL.stream().map(name -> new Standing(name, level));
    }

    /** One contestant's rows, the lowest level first. */
    List<Row> rows(String contestant) {
        return byLevel().stream()
                .map(level -> new Standing(contestant, level).row(tariff))
                .toList();
    }

    private List<List<Contest>> byLevel() {
        Map<Level, List<Contest>> levels = new LinkedHashMap<>();
        contests.forEach(one ->
                levels.computeIfAbsent(one.level(), _ -> new ArrayList<>()).add(one));
        List<List<Contest>> sorted = new ArrayList<>(levels.values());
        sorted.sort(Comparator.comparingDouble(one -> one.getFirst().level().requestsPerSecond()));
        return sorted;
    }

    /** Ours: cost ratios are the median over the levels for each seed, then the mean over the seeds; all else is the mean. */
    Map<String, Double> metrics() {
        Row row = Row.named(Contest.OURS);
        row = Standing.withMean(row, "cost_over_clairvoyant_median", medians(Contest.CLAIRVOYANT));
        row = Standing.withMean(row, "cost_over_static_median", medians(Contest.STATIC));
        row = row.with("slo_attained", ours(Spent::sloAttained))
                .with(
                        "slo_attained_worst_level",
                        rows(Contest.OURS).stream()
                                .mapToDouble(level -> level.figure("slo_attained"))
                                .min()
                                .orElseThrow());
        return IdleCause.addTo(row, cause -> ours(one -> cause.share(one.bill())))
                .figures();
    }

    private double ours(ToDoubleFunction<Spent> figure) {
        return contests.stream()
                .map(one -> one.of(Contest.OURS))
                .mapToDouble(figure)
                .average()
                .orElseThrow();
    }

    /** Of each seed. */
    private List<Double> medians(String other) {
        Map<Long, List<Double>> ratios = new TreeMap<>();
        for (Contest one : contests) {
            one.ratio(Contest.OURS, other)
                    .ifPresent(ratio -> ratios.computeIfAbsent(one.seed(), _ -> new ArrayList<>())
                            .add(ratio));
        }
        return ratios.values().stream().map(Frontier::median).toList();
    }

    /** Levels are few: of an even number the mean of the middle two. */
    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
