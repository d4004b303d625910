package dev.ponder.scaling.pricing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What an offer costs by the load that it carries: a staircase, one step a replica. Loads are in units of the traffic.
 *
 * @param offer what is paid for
 * @param speed how fast answers are to appear
 * @param demand what is asked
 * @param traffic what loads are counted in
 */
public record CostCurve(Offer offer, OutputSpeed speed, Demand demand, Traffic traffic) {

    /** Down, so that what is said to fit does. */
    private static final MathContext FLOOR = new MathContext(MathContext.DECIMAL128.getPrecision(), RoundingMode.FLOOR);

    public CostCurve {
        requireNonNull(offer, "offer is null");
        requireNonNull(speed, "speed is null");
        requireNonNull(demand, "demand is null");
        requireNonNull(traffic, "traffic is null");
    }

    /**
     * Says how many replicas a load needs: the fewest that generate as much as its peak asks for, and at least one.
     *
     * @throws IllegalArgumentException if the load is negative, here and below
     * @throws ArithmeticException if they are more than a long counts
     */
    public long replicas(BigDecimal load) {
        if (load.signum() < 0) {
            throw new IllegalArgumentException("load is negative: " + load);
        }
        BigDecimal needed = load.multiply(tokens()).divide(replicaTokens(), 0, RoundingMode.CEILING);
        return Math.max(1, needed.longValueExact());
    }

    /** Says the largest load that so many replicas carry, rounded down to 34 digits. */
    public BigDecimal carriedBy(long replicas) {
        return replicaTokens().multiply(BigDecimal.valueOf(replicas)).divide(tokens(), FLOOR);
    }

    /** Says what a month costs. */
    public Money month(BigDecimal load) {
        return offer.month(replicas(load));
    }

    /**
     * Says what one answer costs.
     *
     * @throws IllegalArgumentException if the load is zero too: no answer bears the cost then
     */
    public UnitCost unit(BigDecimal load) {
        return UnitCost.of(month(load), traffic.requestsAMonth(load), offer.accuracy());
    }

    /** What one more unit of load costs in the long run, where a step more or less does not count; to 34 digits. */
    public BigDecimal slope() {
        return offer.replicaMonth().amount().multiply(tokens()).divide(replicaTokens(), MathContext.DECIMAL128);
    }

    /** Tokens of one request, as many times as the peak is above the mean. */
    private BigDecimal tokens() {
        return demand.outputTokens().multiply(traffic.peak(demand));
    }

    /** Tokens that a replica generates in the traffic's unit of time. */
    private BigDecimal replicaTokens() {
        return offer.throughput().at(speed).perSecond().multiply(traffic.seconds());
    }
}
