package dev.ponder.scaling.pricing.crossover;

import dev.ponder.scaling.pricing.CostCurve;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * From where on two staircases stay close. A load is reckoned past which they must be, since each lies between two lines, and up to there
 * they are walked; so the end of what is shown decides nothing. Pure.
 *
 * @param tolerance how far the cheaper one may be below the dearer one, as a share of it
 */
record Convergence(CostCurve first, CostCurve second, BigDecimal tolerance) {

    private static final MathContext UP = new MathContext(MathContext.DECIMAL64.getPrecision(), RoundingMode.CEILING);

    Optional<BigDecimal> from() {
        return bound(first, second)
                .flatMap(one -> bound(second, first).map(one::max))
                .filter(bound -> Staircases.canWalk(first, second, bound))
                .flatMap(this::walk);
    }

    /** Past which load the dearer one's outer line, less the tolerance, lies below the cheaper one's inner line. */
    private Optional<BigDecimal> bound(CostCurve dearer, CostCurve cheaper) {
        BigDecimal rest = BigDecimal.ONE.subtract(tolerance);
        BigDecimal gain = cheaper.slope().subtract(dearer.slope().multiply(rest));
        BigDecimal gap = dearer.offer()
                .month(1)
                .amount()
                .multiply(rest)
                .subtract(cheaper.offer().fixedMonth().amount());
        BigDecimal least = first.carriedBy(1).min(second.carriedBy(1));
        return gain.signum() <= 0
                ? Optional.empty()
                : Optional.of(gap.divide(gain, UP).max(least));
    }

    private Optional<BigDecimal> walk(BigDecimal bound) {
        List<Step> steps = new Staircases(first, second, bound).steps();
        int from = steps.size();
        while (from > 0 && steps.get(from - 1).isWithin(tolerance)) {
            from--;
        }
        return Optional.of(from == steps.size() ? bound : steps.get(from).from());
    }
}
