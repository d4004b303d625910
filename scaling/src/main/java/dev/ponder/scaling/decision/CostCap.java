package dev.ponder.scaling.decision;

import java.util.Locale;

/**
 * No more replicas than an hour may cost.
 *
 * @param pricePerReplicaHour what a replica costs in an hour
 * @param mostPerHour what all together may cost in an hour, in the same currency
 */
public record CostCap(double pricePerReplicaHour, double mostPerHour) implements ScalingPolicy {

    /** What it is called. */
    public static final String NAME = "cost-cap";

    public CostCap {
        if (!(pricePerReplicaHour > 0 && mostPerHour >= 0)) {
            throw new IllegalArgumentException(
                    "prices are positive: %s a replica-hour, %s an hour".formatted(pricePerReplicaHour, mostPerHour));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Proposal propose(Situation situation) {
        int most = most();
        return new Proposal.AtMost(
                most, String.format(Locale.ROOT, "%.2f an hour pays for %d replicas", mostPerHour, most));
    }

    /** How many replicas that pays for. */
    public int most() {
        return (int) Math.min(Integer.MAX_VALUE, Math.floor(mostPerHour / pricePerReplicaHour));
    }
}
