package dev.ponder.bench.elasticity.frontier;

import static java.util.Objects.requireNonNull;

import dev.ponder.bench.elasticity.Contestants;
import dev.ponder.bench.elasticity.Foresight;
import dev.ponder.bench.elasticity.GpuOfMeasures;
import dev.ponder.bench.elasticity.SmallestFleet;
import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.run.FleetRun;
import dev.ponder.fleet.run.FleetSettings;
import dev.ponder.fleet.scaler.FleetScaler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All contestants over the same arrivals. Everybody begins with the smallest static fleet's replicas, as a pool that has run before, and
 * may have from one to twice as many: so a law that runs away is not billed for a bound that nobody would set.
 *
 * @param level how much was asked
 * @param seed of what was drawn
 * @param spent by contestant
 */
record Contest(Level level, long seed, Map<String, Spent> spent) {

    static final String OURS = Contestants.OURS;
    static final String STATIC = "static";
    static final String CLAIRVOYANT = "clairvoyant";
    /** In the order in which they are shown. */
    static final List<String> ALL = List.of(OURS, STATIC, CLAIRVOYANT, Contestants.HPA, Contestants.LLM_D);

    Contest {
        requireNonNull(level, "level is null");
        spent = Map.copyOf(spent);
        if (!spent.keySet().containsAll(ALL)) {
            throw new IllegalArgumentException("somebody has not played: " + spent.keySet());
        }
    }

    /**
     * Plays it.
     *
     * @param most replicas among which the smallest static fleet is sought
     */
    static Contest play(Level level, long seed, int most) {
        List<SimulatedRequest> requests = level.demand().apply(seed);
        SmallestFleet fixed = SmallestFleet.of(fleet(level, most), requests);
        FleetSettings fleet = fleet(level, 2 * fixed.replicas()).beginning(fixed.replicas());
        Map<String, Spent> spent = new HashMap<>();
        spent.put(STATIC, Spent.of(fixed.outcome()));
        spent.put(CLAIRVOYANT, Spent.of(Foresight.best(fleet, requests, fixed.outcome())));
        Map<String, Supplier<FleetScaler>> scalers = Contestants.all(fleet);
        scalers.keySet().retainAll(ALL);
        scalers.forEach((name, scaler) -> spent.put(name, Spent.of(FleetRun.play(fleet, requests, scaler.get()))));
        return new Contest(level, seed, spent);
    }

    private static FleetSettings fleet(Level level, int most) {
        return GpuOfMeasures.fleet(1, most, GpuOfMeasures.COLD_START, level.objectives());
    }

    Spent of(String contestant) {
        return requireNonNull(spent.get(contestant), contestant);
    }

    /** How many times the other's cost of a request within its objectives a contestant's is; nothing where one had none. */
    Optional<Double> ratio(String contestant, String other) {
        Spent one = of(contestant);
        Spent another = of(other);
        return one.attained() == 0 || another.attained() == 0 ? Optional.empty() : Optional.of(one.over(another));
    }
}
