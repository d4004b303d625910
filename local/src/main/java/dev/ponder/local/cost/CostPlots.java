package dev.ponder.local.cost;

import dev.ponder.local.plot.Axis;
import dev.ponder.local.plot.Plot;
import dev.ponder.local.plot.Point;
import dev.ponder.local.plot.Scale;
import dev.ponder.local.plot.Series;
import dev.ponder.scaling.pricing.CostCurve;
import dev.ponder.scaling.pricing.Money;
import dev.ponder.scaling.pricing.crossover.Crossover;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/** Draws a comparison: what a month costs, what a thousand answers cost, and the ratio, all over loads on a log scale. Pure. */
final class CostPlots {

    private static final int SAMPLES = 600;
    private static final double SHOWN = 1000;
    private static final double AIR = 1.1;

    private final Compared compared;
    private final Crossover crossover;
    private final List<BigDecimal> loads;
    private final Scale across;

    private CostPlots(Compared compared) {
        this.compared = compared;
        this.crossover = compared.crossover();
        double end = crossover.end().doubleValue();
        this.across = new Scale.Log(end / SHOWN, end);
        this.loads = loads(end);
    }

    static List<Plot> of(Compared compared) {
        CostPlots plots = new CostPlots(compared);
        return List.of(
                plots.costs("A month's cost", CostCurve::month),
                plots.costs(
                        "The cost of 1,000 answers",
                        (curve, load) -> curve.unit(load).thousandAnswers()),
                plots.ratio());
    }

    /** Evenly over the scale; a step is drawn a pixel wide at most. */
    private static List<BigDecimal> loads(double end) {
        List<BigDecimal> loads = new ArrayList<>();
        for (int i = 0; i <= SAMPLES; i++) {
            loads.add(new BigDecimal(end * Math.pow(SHOWN, (double) i / SAMPLES - 1), MathContext.DECIMAL32));
        }
        return loads;
    }

    private Plot costs(String title, BiFunction<CostCurve, BigDecimal, Money> cost) {
        List<Series> series = List.of(series("A ", crossover.first(), cost), series("B ", crossover.second(), cost));
        String currency = crossover.first().offer().fixedMonth().currency().getCurrencyCode();
        return new Plot(title, x(), new Axis(currency, log(series)), series);
    }

    private Series series(String letter, CostCurve curve, BiFunction<CostCurve, BigDecimal, Money> cost) {
        return new Series(
                letter + curve.offer().name(),
                points(load -> cost.apply(curve, load).amount().doubleValue()));
    }

    private Plot ratio() {
        List<Point> ratio = points(
                load -> crossover.first().month(load).over(crossover.second().month(load)));
        double most = ratio.stream().mapToDouble(Point::y).max().orElseThrow();
        List<Series> series =
                List.of(new Series("A's cost over B's", ratio), new Series("both the same", points(load -> 1)));
        return new Plot(
                "A's cost as a multiple of B's",
                x(),
                new Axis("A / B", new Scale.Linear(0, Math.max(1, most) * AIR)),
                series);
    }

    private Axis x() {
        return new Axis(compared.comparison().unit(), across);
    }

    private List<Point> points(ToDoubleFunction<BigDecimal> value) {
        return loads.stream()
                .map(load -> new Point(load.doubleValue(), value.applyAsDouble(load)))
                .toList();
    }

    private static Scale log(List<Series> series) {
        double[] values = series.stream()
                .flatMap(each -> each.points().stream())
                .mapToDouble(Point::y)
                .sorted()
                .toArray();
        return new Scale.Log(values[0] / AIR, values[values.length - 1] * AIR);
    }
}
