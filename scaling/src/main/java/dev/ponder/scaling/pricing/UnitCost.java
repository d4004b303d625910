package dev.ponder.scaling.pricing;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one answer costs.
 *
 * @param request the cost of one, right or wrong
 * @param accuracy how often it is right; null where that is not known
 */
public record UnitCost(Money request, @Nullable Accuracy accuracy) {

    private static final long THOUSAND = 1000;

    /**
     * Spreads a cost.
     *
     * @param whole what all of them cost
     * @param requests how many, above zero
     */
    public static UnitCost of(Money whole, BigDecimal requests, @Nullable Accuracy accuracy) {
        if (requests.signum() <= 0) {
            throw new IllegalArgumentException("requests are not above zero: " + requests);
        }
        return new UnitCost(whole.dividedBy(requests), accuracy);
    }

    /** The cost of a thousand answers. */
    public Money thousandAnswers() {
        return request.times(THOUSAND);
    }

    /** The cost of one right answer, the wrong ones before it included; none where nobody knows how often they are right. */
    public Optional<Money> correctAnswer() {
        return Optional.ofNullable(accuracy).map(known -> request.dividedBy(known.share()));
    }
}
