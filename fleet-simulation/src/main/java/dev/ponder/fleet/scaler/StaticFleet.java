package dev.ponder.fleet.scaler;

import dev.ponder.scaling.observation.PoolObservation;

/** A fleet that does not change. */
public record StaticFleet(int replicas) implements FleetScaler {

    @Override
    public int desired(PoolObservation seen) {
        return replicas;
    }
}
