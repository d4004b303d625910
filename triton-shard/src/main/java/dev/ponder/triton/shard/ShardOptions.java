package dev.ponder.triton.shard;

import dev.ponder.triton.shard.brain.Brain;
import dev.ponder.triton.shard.brain.BrainChain;
import dev.ponder.triton.shard.brain.RecordedBrain;
import dev.ponder.triton.shard.brain.SymbolicBrain;
import dev.ponder.triton.shard.brain.SyntheticBrain;
import dev.ponder.triton.shard.brain.recorded.Recordings;
import dev.ponder.triton.shard.engine.GpuModel;
import dev.ponder.triton.shard.model.Profile;
import dev.ponder.triton.shard.serve.ServedModel;
import dev.ponder.triton.shard.server.ShardAddress;
import dev.ponder.triton.shard.toy.ToyEvents;
import dev.ponder.triton.shard.toy.ToyHouse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The command line of a shard. */
final class ShardOptions {

    @Option(names = "--bind", defaultValue = "127.0.0.1", description = "Address to listen on.")
    private String bind = "127.0.0.1";

    @Option(names = "--grpc-port", defaultValue = "0", description = "Port of the gRPC calls; 0 is a free one.")
    private int grpcPort;

    @Option(names = "--http-port", defaultValue = "0", description = "Port of health and faults; 0 is a free one.")
    private int httpPort;

    @Option(names = "--metrics-port", defaultValue = "0", description = "Port of /metrics; 0 is a free one.")
    private int metricsPort;

    @Option(names = "--profile", defaultValue = "llmapi", description = "Wire profile: ${COMPLETION-CANDIDATES}.")
    private Profile profile = Profile.LLMAPI;

    @Option(names = "--model", defaultValue = "tensorrt_llm", description = "The model's name.")
    private String model = "tensorrt_llm";

    @Option(
            names = "--brain",
            split = ",",
            defaultValue = "symbolic",
            description = "Who answers, in this order: recorded, symbolic, synthetic.")
    private List<String> brains = List.of("symbolic");

    @Option(names = "--answers", description = "A file of recorded answers, .gz too; may be repeated.")
    private List<Path> answers = new ArrayList<>();

    @Option(
            names = "--questions",
            paramLabel = "FILE",
            description = "A file of questions, for answers that name theirs by id alone; may be repeated.")
    private List<Path> questions = new ArrayList<>();

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the synthetic brain.")
    private long seed;

    @Option(
            names = "--synthetic-tokens",
            defaultValue = "200",
            description = "Mean length of a synthetic answer that is right; a wrong one's is twice that.")
    private int syntheticTokens;

    @Option(names = "--synthetic-cv", defaultValue = "0", description = "Its coefficient of variation; 0 is fixed.")
    private double syntheticCv;

    @Option(names = "--synthetic-right", defaultValue = "0.7", description = "How often it is right, 0 to 1.")
    private double syntheticRight;

    @Option(names = "--prefill-tokens-per-s", defaultValue = "13000", description = "Prefill rate.")
    private double prefillRate;

    @Option(names = "--itl-base-ms", defaultValue = "15", description = "ITL = base + per sequence x batch.")
    private double itlBaseMillis;

    @Option(names = "--itl-per-sequence-ms", defaultValue = "0.33", description = "See --itl-base-ms.")
    private double itlPerSequenceMillis;

    @Option(names = "--kv-blocks", defaultValue = "32768", description = "KV blocks there are.")
    private int kvBlocks;

    @Option(names = "--block-tokens", defaultValue = "64", description = "Tokens a KV block holds.")
    private int blockTokens;

    @Option(names = "--max-batch", defaultValue = "60", description = "Most sequences that decode at once.")
    private int maxBatch;

    @Option(names = "--max-queue", defaultValue = "10000", description = "Most requests that wait.")
    private int maxQueue;

    @Option(names = "--cancel-latency-ms", defaultValue = "100", description = "How long a cancelled sequence goes on.")
    private double cancelLatencyMillis;

    @Option(names = "--exit-timeout-s", defaultValue = "5", description = "How long streams may run on after SIGTERM.")
    private long exitTimeoutSeconds;

    @Option(names = "--faults", defaultValue = "", description = "Faults to begin with, such as stall=5,slow=2.")
    private String faults = "";

    @Option(names = "--toys", description = "Also serve the toy models of the conformance tests.")
    private boolean toys;

    @Option(names = "--toy-events", paramLabel = "FILE", description = "Where the toys note what they saw.")
    private @Nullable Path toyEvents;

    ShardAddress address() throws IOException {
        return new ShardAddress(InetAddress.getByName(bind), grpcPort, httpPort, metricsPort);
    }

    Profile profile() {
        return profile;
    }

    String model() {
        return model;
    }

    List<ServedModel> toys() {
        ToyEvents events = toyEvents == null ? ToyEvents.unheard() : ToyEvents.in(toyEvents);
        return toys ? new ToyHouse(events).models() : List.of();
    }

    String faults() {
        return faults;
    }

    Duration exitTimeout() {
        return Duration.ofSeconds(exitTimeoutSeconds);
    }

    GpuModel gpu() {
        return new GpuModel(
                prefillRate,
                millis(itlBaseMillis),
                millis(itlPerSequenceMillis),
                kvBlocks,
                blockTokens,
                maxBatch,
                maxQueue,
                millis(cancelLatencyMillis));
    }

    BrainChain brain() throws IOException {
        List<Brain> chain = new ArrayList<>();
        for (String name : brains) {
            chain.add(brain(name.strip()));
        }
        return new BrainChain(chain);
    }

    private Brain brain(String name) throws IOException {
        return switch (name) {
            case "symbolic" -> SymbolicBrain.warm();
            case "recorded" -> new RecordedBrain(Recordings.read(answers, questions));
            case "synthetic" -> new SyntheticBrain(syntheticTokens, syntheticCv, syntheticRight, seed);
            default ->
                throw new IllegalArgumentException(
                        "--brain: there is no " + name + "; say recorded, symbolic or synthetic");
        };
    }

    private static Duration millis(double millis) {
        return Duration.ofNanos(Math.round(millis * 1e6));
    }
}
