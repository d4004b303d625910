package dev.ponder.fleet.scaler;

import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import java.time.Duration;

/**
 * Kubernetes' HPA on waiting requests, as vLLM's production stack and Triton's sample set it up: every 15 s
 * {@code ceil(current × (waiting a ready replica / target))}, nothing within 10 %, up by the larger of 100 % and four, down to the
 * largest wish of 300 s (Kubernetes, "Horizontal Pod Autoscaling", algorithm details and default behavior). One thread.
 */
public final class HpaOnWaiting implements FleetScaler {

    private static final double TOLERANCE = 0.1;

    private final double target;
    private final Pacer pacer = new Pacer(Duration.ofSeconds(15));
    private final HpaBehavior behavior = new HpaBehavior();
    private int wanted;

    /** Aims at so many waiting requests a replica. */
    public HpaOnWaiting(int replicas, double target) {
        this.wanted = replicas;
        this.target = target;
    }

    @Override
    public int desired(PoolObservation seen) {
        if (pacer.isDue(seen.at())) {
            int ready = Math.max(1, seen.count(Phase.READY).orElse(wanted));
            double ratio = seen.waiting().requests() / ready / target;
            int wish = Math.abs(ratio - 1) <= TOLERANCE ? wanted : (int) Math.ceil(ready * ratio);
            wanted = behavior.next(seen.at(), wanted, wish);
        }
        return wanted;
    }
}
