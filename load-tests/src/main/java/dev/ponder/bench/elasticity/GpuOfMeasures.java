package dev.ponder.bench.elasticity;

import dev.ponder.fleet.run.FleetSettings;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.Objective;
import java.time.Duration;
import java.util.List;

/** The fleet of every row: a first-order model of a GPU, the same for all. Not a measurement of one. */
final class GpuOfMeasures {

    static final ReplicaModel MODEL = new ReplicaModel(60, 13_000, 0.015, 0.00033);
    static final Duration COLD_START = Duration.ofSeconds(100);
    static final Duration TICK = Duration.ofSeconds(5);
    /** Reading that may wait at a replica: about a short prompt's. */
    static final double PROMPT_SECONDS = 0.2;

    private static final Duration PER_TOKEN = Duration.ofMillis(100);

    private GpuOfMeasures() {}

    static Objective within(String name, int seconds) {
        return new Objective(name, Duration.ofSeconds(seconds), PER_TOKEN);
    }

    static FleetSettings fleet(int min, int max, Duration coldStart, List<Objective> objectives) {
        return new FleetSettings(MODEL, min, max, min, coldStart, TICK, objectives, PROMPT_SECONDS);
    }
}
