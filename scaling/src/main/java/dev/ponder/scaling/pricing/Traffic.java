package dev.ponder.scaling.pricing;

import java.math.BigDecimal;
import java.math.MathContext;

/** In what a load is counted. */
public enum Traffic {
    /** Requests a second, the same at all times. */
    REQUESTS_A_SECOND(BigDecimal.ONE) {
        @Override
        BigDecimal peak(Demand demand) {
            return BigDecimal.ONE;
        }
    },
    /** Requests a day, of which some hours see more than others. */
    REQUESTS_A_DAY(BigDecimal.valueOf(86_400)) {
        @Override
        BigDecimal peak(Demand demand) {
            return demand.peakOverMean();
        }
    };

    private static final BigDecimal SECONDS_A_MONTH = Offer.HOURS_A_MONTH.multiply(BigDecimal.valueOf(3600));

    private final BigDecimal seconds;

    Traffic(BigDecimal seconds) {
        this.seconds = seconds;
    }

    /** How many times the mean replicas are needed for. */
    abstract BigDecimal peak(Demand demand);

    /** How many seconds the unit has. */
    BigDecimal seconds() {
        return seconds;
    }

    /** Says how many requests a month such a load is. */
    public BigDecimal requestsAMonth(BigDecimal load) {
        return load.multiply(SECONDS_A_MONTH).divide(seconds, MathContext.DECIMAL128);
    }
}
