package dev.ponder.scaling.pricing;

import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.trace.Stretch;
import dev.ponder.scaling.trace.Trace;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * What it costs to serve a trace with the smallest fixed fleet that generates what its busiest minute asks for.
 *
 * @param offer what is paid for
 * @param replicas of the fleet, 1 or more
 * @param whole what the trace's time costs, its part of the monthly costs included
 * @param unit what one of its answers costs
 */
public record TraceBill(Offer offer, long replicas, Money whole, UnitCost unit) {

    private static final BigDecimal NANOS_A_SECOND = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal NANOS_A_MONTH =
            Offer.HOURS_A_MONTH.multiply(BigDecimal.valueOf(Duration.ofHours(1).toNanos()));

    public TraceBill {
        requireNonNull(offer, "offer is null");
        requireNonNull(whole, "whole is null");
        requireNonNull(unit, "unit is null");
        if (replicas < 1) {
            throw new IllegalArgumentException("replicas are below 1: " + replicas);
        }
    }

    /** Reckons the bill of an offer. */
    public static TraceBill of(Offer offer, OutputSpeed speed, Trace trace) {
        long replicas = replicas(offer.throughput().at(speed), trace.busiest(Demand.PEAK));
        BigDecimal months = nanos(trace.duration()).divide(NANOS_A_MONTH, MathContext.DECIMAL128);
        Money whole = offer.month(replicas).times(months);
        BigDecimal requests = BigDecimal.valueOf(trace.requests().size());
        return new TraceBill(offer, replicas, whole, UnitCost.of(whole, requests, offer.accuracy()));
    }

    private static long replicas(TokenRate replica, Stretch busiest) {
        BigDecimal asked = BigDecimal.valueOf(busiest.outputTokens()).multiply(NANOS_A_SECOND);
        BigDecimal generated = replica.perSecond().multiply(nanos(busiest.length()));
        return asked.divide(generated, 0, RoundingMode.CEILING).longValueExact();
    }

    private static BigDecimal nanos(Duration time) {
        return BigDecimal.valueOf(time.toNanos());
    }
}
