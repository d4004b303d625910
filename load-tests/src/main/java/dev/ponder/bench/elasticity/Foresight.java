package dev.ponder.bench.elasticity;

import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.run.FleetOutcome;
import dev.ponder.fleet.run.FleetRun;
import dev.ponder.fleet.run.FleetSettings;
import dev.ponder.fleet.scaler.Clairvoyant;
import java.util.List;

/**
 * The best that foresight can do with 98 % of a static fleet's goodput: its factor is sought, for queues are not fluid. Who knows all also
 * knows when to leave the static fleet as it is.
 */
public final class Foresight {

    private static final double OF_STATIC = 0.98;
    private static final double LEAST_FACTOR = 0.6;
    private static final double FACTOR_STEP = 0.1;
    private static final int FACTORS = 15;

    private Foresight() {}

    /** Plays the clairvoyant with each factor, and gives the outcome whose requests within their objectives were cheapest. */
    public static FleetOutcome best(FleetSettings fleet, List<SimulatedRequest> requests, FleetOutcome fixed) {
        FleetOutcome best = fixed;
        for (int i = 0; i < FACTORS; i++) {
            double factor = LEAST_FACTOR + i * FACTOR_STEP;
            FleetOutcome one = FleetRun.play(
                    fleet,
                    requests,
                    Clairvoyant.of(requests, fleet.objectives(), fleet.model(), fleet.coldStart(), factor));
            boolean enough = one.attained() >= OF_STATIC * fixed.attained();
            if (enough && one.goodputPerReplicaHour() > best.goodputPerReplicaHour()) {
                best = one;
            }
        }
        return best;
    }
}
