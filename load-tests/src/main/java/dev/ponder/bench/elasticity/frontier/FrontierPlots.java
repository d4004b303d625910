package dev.ponder.bench.elasticity.frontier;

import dev.ponder.bench.elasticity.Contestants;
import dev.ponder.bench.elasticity.IdleCause;
import dev.ponder.bench.report.Row;
import dev.ponder.local.plot.Axis;
import dev.ponder.local.plot.Plot;
import dev.ponder.local.plot.Point;
import dev.ponder.local.plot.Scale;
import dev.ponder.local.plot.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Draws a frontier over the requests a second, on a log scale. Pure. */
final class FrontierPlots {

    private static final String LOAD = "requests_per_second";
    private static final double AIR = 1.1;
    private static final Scale SHARE = new Scale.Linear(0, 1);
    /** Who is held against the clairvoyant. */
    private static final List<String> JUDGED =
            List.of(Contest.OURS, Contest.STATIC, Contestants.HPA, Contestants.LLM_D);
    /** Whose cost is shown as it is: a plot has room for four. */
    private static final List<String> PRICED =
            List.of(Contest.OURS, Contest.STATIC, Contest.CLAIRVOYANT, Contestants.LLM_D);

    private final Frontier frontier;
    private final Axis across;

    private FrontierPlots(Frontier frontier) {
        this.frontier = frontier;
        List<Row> ours = frontier.rows(Contest.OURS);
        this.across = new Axis(
                "requests a second",
                new Scale.Log(ours.getFirst().figure(LOAD) / AIR, ours.getLast().figure(LOAD) * AIR));
    }

    static List<Plot> of(Frontier frontier) {
        FrontierPlots plots = new FrontierPlots(frontier);
        return Stream.of(plots.costs(), plots.ratios(), plots.attained(), plots.idle())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Plot> costs() {
        return plot(
                "1,000 answers within the objectives",
                frontier.tariff().currencyCode(),
                of(PRICED, "cost_per_1k_attained"),
                values -> new Scale.Log(values.getFirst() / AIR, values.getLast() * AIR));
    }

    private Optional<Plot> ratios() {
        return plot(
                "The same over the clairvoyant's",
                "ratio",
                of(JUDGED, "cost_over_clairvoyant"),
                values -> new Scale.Linear(0, values.getLast() * AIR));
    }

    private Optional<Plot> attained() {
        return plot("Answers within the objectives", "share", of(JUDGED, "slo_attained"), _ -> SHARE);
    }

    private Optional<Plot> idle() {
        List<Series> causes = Arrays.stream(IdleCause.values())
                .flatMap(cause -> series(cause.words(), Contest.OURS, cause.figure()).stream())
                .toList();
        return plot("Where our idle money goes", "share of all", causes, _ -> SHARE);
    }

    private List<Series> of(List<String> contestants, String figure) {
        return contestants.stream()
                .flatMap(name -> series(name, name, figure).stream())
                .toList();
    }

    /** A line through the levels at which the figure is known; none where it is at none. */
    private Optional<Series> series(String name, String contestant, String figure) {
        List<Point> points = new ArrayList<>();
        for (Row row : frontier.rows(contestant)) {
            Double value = row.figures().get(figure);
            if (value != null) {
                points.add(new Point(row.figure(LOAD), value));
            }
        }
        return points.isEmpty() ? Optional.empty() : Optional.of(new Series(name, points));
    }

    /** A plot, its scale made for its values in order; none where there is no line. */
    private Optional<Plot> plot(String title, String label, List<Series> series, Function<List<Double>, Scale> scale) {
        if (series.isEmpty()) {
            return Optional.empty();
        }
        List<Double> values = series.stream()
                .flatMap(one -> one.points().stream())
                .map(Point::y)
                .sorted()
                .toList();
        return Optional.of(new Plot(title, across, new Axis(label, scale.apply(values)), series));
    }
}
