package dev.ponder.fleet.scaler;

import dev.ponder.scaling.observation.PoolObservation;

/** Says how many replicas there should be. It sees what it would see in production: no arrival to come, no true length. */
@FunctionalInterface
public interface FleetScaler {

    /** How many there should be, not counting those that drain; asked at every tick. */
    int desired(PoolObservation seen);
}
