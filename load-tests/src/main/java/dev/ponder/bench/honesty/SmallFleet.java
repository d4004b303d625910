package dev.ponder.bench.honesty;

import dev.ponder.fleet.run.FleetSettings;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.Objective;
import java.time.Duration;
import java.util.List;

/** Two shards of one GPU model, small enough to be played in real time on two cores: what both worlds are made of. */
final class SmallFleet {

    static final int SHARDS = 2;
    static final ReplicaModel GPU = new ReplicaModel(8, 4_000, 0.018, 0.0015);
    /** Of the reasoner: as many as the shards have. */
    static final int SLOTS = SHARDS * GPU.slots();

    private static final double MILLIS = 1e3;
    /** Nothing starts or stops here, and no reasoner asks how much is to be read at a shard. */
    private static final double ANY_PROMPTS = 1e9;

    private SmallFleet() {}

    /** The fleet for the simulation. */
    static FleetSettings settings() {
        return new FleetSettings(
                GPU,
                SHARDS,
                SHARDS,
                SHARDS,
                Duration.ZERO,
                Duration.ofSeconds(5),
                List.of(new Objective("interactive", Duration.ofMinutes(1), Duration.ofSeconds(1))),
                ANY_PROMPTS);
    }

    /** The same GPU for a simulated shard. */
    static List<String> shardArguments() {
        return List.of(
                "--brain",
                "synthetic",
                "--prefill-tokens-per-s",
                Double.toString(GPU.prefillTokensPerSecond()),
                "--itl-base-ms",
                Double.toString(GPU.stepSeconds() * MILLIS),
                "--itl-per-sequence-ms",
                Double.toString(GPU.stepSecondsPerSequence() * MILLIS),
                "--max-batch",
                Integer.toString(GPU.slots()));
    }
}
