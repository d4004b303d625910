package dev.ponder.scaling.pricing;

import dev.ponder.scaling.trace.Stretch;
import dev.ponder.scaling.trace.Trace;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/**
 * What is asked of a fleet, beside how often.
 *
 * @param outputTokens that an answer takes in the mean, above zero
 * @param peakOverMean how many times as much the busiest minute asks for as the mean one, 1 or more
 */
public record Demand(BigDecimal outputTokens, BigDecimal peakOverMean) {

    /** What a fleet is sized for: shorter bursts wait in the queue. */
    public static final Duration PEAK = Duration.ofMinutes(1);

    public Demand {
        if (outputTokens.signum() <= 0) {
            throw new IllegalArgumentException("outputTokens are not above zero: " + outputTokens);
        }
        if (peakOverMean.compareTo(BigDecimal.ONE) < 0) {
            throw new IllegalArgumentException("peakOverMean is below 1: " + peakOverMean);
        }
    }

    /** What a trace asks for, to 16 digits. */
    public static Demand of(Trace trace) {
        BigDecimal tokens = BigDecimal.valueOf(trace.outputTokens());
        Stretch busiest = trace.busiest(PEAK);
        BigDecimal peak = perNano(BigDecimal.valueOf(busiest.outputTokens()), busiest.length())
                .divide(perNano(tokens, trace.duration()), MathContext.DECIMAL64);
        return new Demand(
                tokens.divide(BigDecimal.valueOf(trace.requests().size()), MathContext.DECIMAL64),
                peak.max(BigDecimal.ONE));
    }

    private static BigDecimal perNano(BigDecimal tokens, Duration time) {
        return tokens.divide(BigDecimal.valueOf(time.toNanos()), MathContext.DECIMAL128);
    }
}
