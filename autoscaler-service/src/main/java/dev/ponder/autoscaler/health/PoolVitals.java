package dev.ponder.autoscaler.health;

import dev.ponder.contracts.plan.PoolId;
import java.util.List;

/** What health asks of the loops. Any thread. */
public interface PoolVitals {

    /** Which pools are scaled. */
    List<PoolId> pools();

    /** Whether all their loops and watches run. */
    boolean areAlive();
}
