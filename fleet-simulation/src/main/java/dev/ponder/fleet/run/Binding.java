package dev.ponder.fleet.run;

import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.gpu.SimulatedReplica;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says when a request that waits leaves the queue, and for which replica. One run's, which asks it whenever something changed. */
@FunctionalInterface
public interface Binding {

    /**
     * The replica of the next request; null while it is to wait on.
     *
     * @param replicas all that cost money, ready or not
     * @param now in seconds
     */
    @Nullable
    SimulatedReplica forNext(List<SimulatedReplica> replicas, SimulatedRequest request, double now);

    /** Late binding at its best: to a replica that has a free slot and little to read. What waits here can still go elsewhere. */
    static Binding late(FleetSettings settings) {
        return new Room(settings);
    }

    /**
     * As reasoners bind: whenever one of their slots is free, to where the shipped choice says, be it to wait there for another's end.
     *
     * @param slots of all reasoners together
     * @param promisedTokens that each request may generate, for all that is known
     */
    static Binding ofReasoners(int slots, int promisedTokens) {
        return new ReasonerSlots(slots, promisedTokens);
    }
}
