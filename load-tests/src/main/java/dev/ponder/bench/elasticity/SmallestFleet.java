package dev.ponder.bench.elasticity;

import static java.util.Objects.requireNonNull;

import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.run.FleetOutcome;
import dev.ponder.fleet.run.FleetRun;
import dev.ponder.fleet.run.FleetSettings;
import dev.ponder.fleet.scaler.StaticFleet;
import java.util.List;

/**
 * The smallest fixed fleet that attains 99 %, or 99 % of what the largest does where a prompt alone takes too long.
 *
 * @param replicas of it
 * @param outcome what comes of it
 */
public record SmallestFleet(int replicas, FleetOutcome outcome) {

    private static final double ENOUGH = 0.99;

    public SmallestFleet {
        requireNonNull(outcome, "outcome is null");
    }

    /** Finds it within a fleet's bounds, by playing. */
    public static SmallestFleet of(FleetSettings fleet, List<SimulatedRequest> requests) {
        FleetOutcome largest = play(fleet, requests, fleet.max());
        double goal = ENOUGH * Math.min(1, largest.sloAttained());
        SmallestFleet smallest = new SmallestFleet(fleet.max(), largest);
        int low = Math.max(1, fleet.min());
        while (low < smallest.replicas) {
            int middle = (low + smallest.replicas) / 2;
            FleetOutcome outcome = play(fleet, requests, middle);
            if (outcome.sloAttained() >= goal) {
                smallest = new SmallestFleet(middle, outcome);
            } else {
                low = middle + 1;
            }
        }
        return smallest;
    }

    private static FleetOutcome play(FleetSettings fleet, List<SimulatedRequest> requests, int replicas) {
        return FleetRun.play(fleet.fixed(replicas), requests, new StaticFleet(replicas));
    }
}
