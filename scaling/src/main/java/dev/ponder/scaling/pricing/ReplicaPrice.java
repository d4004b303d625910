package dev.ponder.scaling.pricing;

import static java.util.Objects.requireNonNull;

/**
 * What a pool's replicas are paid by.
 *
 * @param gpuHour the price of one GPU for an hour
 * @param gpus that a replica takes, 1 or more
 */
public record ReplicaPrice(Money gpuHour, int gpus) {

    public ReplicaPrice {
        requireNonNull(gpuHour, "gpuHour is null");
        if (gpus < 1) {
            throw new IllegalArgumentException("gpus are below 1: " + gpus);
        }
    }

    /** The price of a replica for an hour. */
    public Money hour() {
        return gpuHour.times(gpus);
    }
}
