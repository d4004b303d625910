package dev.ponder.autoscaler.actuation;

import java.util.Map;

/** Tells the cluster whom to spare. */
@FunctionalInterface
public interface CostMarks {

    /** Marks replicas by name; those with the lowest cost go first. What cannot be marked is left as it is. */
    void mark(Map<String, Integer> costs) throws InterruptedException;

    /** Where the cluster does not ask: the one with the highest index goes. */
    static CostMarks none() {
        return _ -> {};
    }
}
