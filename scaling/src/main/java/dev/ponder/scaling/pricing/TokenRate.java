package dev.ponder.scaling.pricing;

import java.math.BigDecimal;

/**
 * How fast tokens are generated.
 *
 * @param perSecond tokens a second, above zero
 */
public record TokenRate(BigDecimal perSecond) implements Comparable<TokenRate> {

    public TokenRate {
        if (perSecond.signum() <= 0) {
            throw new IllegalArgumentException("perSecond is not above zero: " + perSecond);
        }
    }

    @Override
    public int compareTo(TokenRate other) {
        return perSecond.compareTo(other.perSecond);
    }
}
