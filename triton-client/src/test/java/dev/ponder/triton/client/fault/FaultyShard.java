package dev.ponder.triton.client.fault;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.shard.ShardAddress;
import dev.ponder.triton.client.shard.ShardSettings;
import dev.ponder.triton.client.shard.TritonShard;
import dev.ponder.triton.client.token.ApproximateTokens;
import dev.ponder.triton.shard.brain.SyntheticBrain;
import dev.ponder.triton.shard.engine.GpuModel;
import dev.ponder.triton.shard.engine.SimulatedGpu;
import dev.ponder.triton.shard.fault.ActiveFaults;
import dev.ponder.triton.shard.model.Profile;
import dev.ponder.triton.shard.server.ShardServer;
import java.io.IOException;
import java.time.Duration;

/** A simulated shard in this process with faults to switch on, and our client of it. */
final class FaultyShard implements AutoCloseable {

    private static final String MODEL = "tensorrt_llm";
    private static final GpuModel FAST =
            new GpuModel(1e6, Duration.ofMillis(2), Duration.ZERO, 10_000, 64, 8, 100, Duration.ofMillis(10));

    private final ActiveFaults faults = new ActiveFaults();
    private final ShardServer server;
    private final TritonShard client;

    FaultyShard() throws IOException {
        SimulatedGpu gpu = new SimulatedGpu(FAST, faults, Ticker.system());
        server = ShardServer.start(
                dev.ponder.triton.shard.server.ShardAddress.loopback(),
                Profile.LLMAPI,
                MODEL,
                new SyntheticBrain(20, 0, 1, 1),
                gpu,
                faults);
        client = new TritonShard(
                new ShardAddress("127.0.0.1", server.grpcPort()),
                ShardSettings.of(MODEL),
                new ApproximateTokens(),
                Ticker.system());
    }

    TritonShard client() {
        return client;
    }

    void faults(String text) {
        faults.set(text);
    }

    /** Ends as a killed process does. */
    void kill() throws InterruptedException {
        server.stop(Duration.ZERO);
    }

    @Override
    public void close() {
        client.close();
        try {
            kill();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
