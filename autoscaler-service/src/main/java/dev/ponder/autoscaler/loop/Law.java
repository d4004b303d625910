package dev.ponder.autoscaler.loop;

import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.observation.PoolObservation;

/** Decides about one pool; {@code ScalingLaw} does. */
@FunctionalInterface
public interface Law {

    /** What should be, from what is known. */
    Decision decide(PoolObservation seen);
}
