package dev.ponder.bench.elasticity;

import dev.ponder.fleet.run.FleetSettings;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.Objective;
import java.time.Duration;
import java.util.List;

/** The fleet of every row: a first-order model of a GPU, the same for all. Not a measurement of one. */
public final class GpuOfMeasures {

    /** What is said of it before figures are. */
    public static final String IN_WORDS =
            "The fleet is simulated: 60 KV slots a replica, ITL 15 ms + 0.33 ms a sequence, prefill 13,000 tokens/s.";

    /** From being asked for to taking work. */
    public static final Duration COLD_START = Duration.ofSeconds(100);

    static final ReplicaModel MODEL = new ReplicaModel(60, 13_000, 0.015, 0.00033);
    static final Duration TICK = Duration.ofSeconds(5);
    /** Reading that may wait at a replica: about a short prompt's. */
    static final double PROMPT_SECONDS = 0.2;

    private static final Duration PER_TOKEN = Duration.ofMillis(100);

    /** The one class of demand that is drawn. */
    public static final List<Objective> INTERACTIVE = List.of(within("interactive", 3));

    private GpuOfMeasures() {}

    static Objective within(String name, int seconds) {
        return new Objective(name, Duration.ofSeconds(seconds), PER_TOKEN);
    }

    /** A fleet within bounds that begins with as few as they allow. */
    public static FleetSettings fleet(int min, int max, Duration coldStart, List<Objective> objectives) {
        return new FleetSettings(MODEL, min, max, min, coldStart, TICK, objectives, PROMPT_SECONDS);
    }
}
