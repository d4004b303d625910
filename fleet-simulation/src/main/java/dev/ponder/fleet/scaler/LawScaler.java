package dev.ponder.fleet.scaler;

import dev.ponder.scaling.decision.LawSettings;
import dev.ponder.scaling.decision.ScalingLaw;
import dev.ponder.scaling.observation.PoolObservation;

/** The law that ships, as it ships. One thread. */
public final class LawScaler implements FleetScaler {

    private final ScalingLaw law;

    /** Scales by these settings. */
    public LawScaler(LawSettings settings) {
        this.law = new ScalingLaw(settings);
    }

    @Override
    public int desired(PoolObservation seen) {
        return law.decide(seen).replicas();
    }
}
