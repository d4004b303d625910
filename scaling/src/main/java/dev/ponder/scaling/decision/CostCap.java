package dev.ponder.scaling.decision;

import java.util.Locale;

/** No more replicas than an hour may cost. */
public final class CostCap implements ScalingPolicy {

    private final double pricePerReplicaHour;
    private final double mostPerHour;

    /** Caps what an hour costs, both in the same currency. */
    public CostCap(double pricePerReplicaHour, double mostPerHour) {
        if (!(pricePerReplicaHour > 0 && mostPerHour >= 0)) {
            throw new IllegalArgumentException(
                    "prices are positive: %s a replica-hour, %s an hour".formatted(pricePerReplicaHour, mostPerHour));
        }
        this.pricePerReplicaHour = pricePerReplicaHour;
        this.mostPerHour = mostPerHour;
    }

    @Override
    public String name() {
        return "cost-cap";
    }

    @Override
    public Proposal propose(Situation situation) {
        int most = (int) Math.min(Integer.MAX_VALUE, Math.floor(mostPerHour / pricePerReplicaHour));
        return new Proposal.AtMost(
                most, String.format(Locale.ROOT, "%.2f an hour pays for %d replicas", mostPerHour, most));
    }
}
