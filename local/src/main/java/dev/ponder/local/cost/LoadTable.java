package dev.ponder.local.cost;

import dev.ponder.local.page.Table;
import dev.ponder.scaling.pricing.CostCurve;
import dev.ponder.scaling.pricing.UnitCost;
import dev.ponder.scaling.pricing.crossover.Crossover;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Costs at round loads, so that the laws can be followed with a pencil. Pure. */
final class LoadTable {

    private static final long THOUSAND = 1000;
    private static final BigDecimal DECADES = BigDecimal.valueOf(100);
    private static final List<BigDecimal> ROUND =
            Stream.of("1", "2", "5").map(BigDecimal::new).toList();
    private static final MathContext DIGIT = new MathContext(1);

    private LoadTable() {}

    static Table of(Compared compared) {
        Crossover crossover = compared.crossover();
        List<String> heads = List.of(
                compared.comparison().unit(),
                "A replicas",
                "a month",
                "1,000 answers",
                "1,000 right",
                "B replicas",
                "a month",
                "1,000 answers",
                "1,000 right",
                "A / B");
        List<List<String>> rows = loads(crossover.end()).stream()
                .map(load -> row(crossover, load))
                .toList();
        return new Table(heads, rows);
    }

    private static List<String> row(Crossover crossover, BigDecimal load) {
        List<String> row = new ArrayList<>();
        row.add(Words.of(load));
        row.addAll(cells(crossover.first(), load));
        row.addAll(cells(crossover.second(), load));
        row.add(Words.ratio(
                crossover.first().month(load).over(crossover.second().month(load))));
        return row;
    }

    private static List<String> cells(CostCurve curve, BigDecimal load) {
        UnitCost unit = curve.unit(load);
        return List.of(
                Words.of(curve.replicas(load)),
                Words.of(curve.month(load)),
                Words.of(unit.thousandAnswers()),
                Words.of(unit.correctAnswer().map(right -> right.times(THOUSAND))));
    }

    /** One, two and five times each power of ten within the last two decades, and the end. */
    static List<BigDecimal> loads(BigDecimal end) {
        List<BigDecimal> loads = new ArrayList<>();
        BigDecimal least = end.divide(DECADES);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
        while (power.compareTo(end) <= 0) {
            for (BigDecimal times : ROUND) {
                BigDecimal load = times.multiply(power, DIGIT);
                if (load.compareTo(least) >= 0 && load.compareTo(end) < 0) {
                    loads.add(load);
                }
            }
            power = power.scaleByPowerOfTen(1);
        }
        loads.add(end);
        return loads;
    }
}
