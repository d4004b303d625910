package dev.ponder.autoscaler.actuation;

import dev.ponder.scaling.decision.Bounds;
import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.observation.Reading;
import java.util.Map;

/** Brings decisions to the cluster. Owned by the thread of the pool's loop. */
public interface Actuator {

    /** Looks before anything is observed: what is decided then is written only if nobody changed it meanwhile. */
    void look(long nowNanos) throws InterruptedException;

    /**
     * Brings the cluster to the decision.
     *
     * @param outstanding by replica, the tokens that it holds
     */
    Actuation apply(Decision decided, Map<String, Reading<Double>> outstanding) throws InterruptedException;

    /** Where others write. */
    static Actuator standby() {
        return new Actuator() {
            @Override
            public void look(long nowNanos) {}

            @Override
            public Actuation apply(Decision decided, Map<String, Reading<Double>> outstanding) {
                return new Actuation.Standby();
            }
        };
    }

    /** Writes to a target. */
    static Actuator on(ScaleTarget target, CostMarks marks, Leadership leadership, Bounds bounds) {
        return new TargetActuator(target, marks, leadership, bounds);
    }
}
