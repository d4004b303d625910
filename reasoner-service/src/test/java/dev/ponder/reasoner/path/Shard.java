package dev.ponder.reasoner.path;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.shard.brain.Brain;
import dev.ponder.triton.shard.brain.BrainChain;
import dev.ponder.triton.shard.brain.Script;
import dev.ponder.triton.shard.engine.GpuModel;
import dev.ponder.triton.shard.engine.SimulatedGpu;
import dev.ponder.triton.shard.fault.ActiveFaults;
import dev.ponder.triton.shard.model.Profile;
import dev.ponder.triton.shard.server.ShardAddress;
import dev.ponder.triton.shard.server.ShardServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A simulated shard in this process, with faults to switch on. */
public final class Shard {

    /** What it answers, whatever the question. */
    public static final String ANSWER = "<think>3/4 = 6/8\n6/8 + 1/8 = 7/8</think>The sum is \\boxed{7/8}.";

    private final ActiveFaults faults = new ActiveFaults();
    private final SimulatedGpu gpu;
    private final ShardServer server;
    private final String address;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private Shard(Duration itl, Profile profile, Supplier<String> answers) throws IOException {
        Brain brain = new BrainChain(List.of(_ -> Optional.of(Script.ofText(answers.get()))));
        GpuModel model = new GpuModel(1e6, itl, Duration.ZERO, 10_000, 64, 8, 100, Duration.ofMillis(1));
        gpu = new SimulatedGpu(model, faults, Ticker.system());
        server = ShardServer.start(ShardAddress.loopback(), profile, "tensorrt_llm", brain, gpu, faults);
        address = "127.0.0.1:" + server.grpcPort();
    }

    /** Starts one that gives a token in every {@code itl}. */
    public static Shard start(Duration itl) throws IOException {
        return saying(itl, () -> ANSWER);
    }

    /** Starts one that says these, one after another. */
    public static Shard saying(Duration itl, Supplier<String> answers) throws IOException {
        return new Shard(itl, Profile.LLMAPI, answers);
    }

    /** Starts one that takes and gives token ids, which are bytes. */
    public static Shard startWithIds(Duration itl) throws IOException {
        return new Shard(itl, Profile.IFB, () -> ANSWER);
    }

    /** Its gRPC address. */
    public String address() {
        return address;
    }

    /** Switches exactly these faults on. */
    public void faults(String text) {
        faults.set(text);
    }

    /** How many generations it works on. */
    public int running() {
        return gpu.load().decoding();
    }

    /** How many tokens it has generated. */
    public long tokens() {
        return gpu.load().done().tokens();
    }

    /** Breaks what runs, and ends. */
    public void stop() throws InterruptedException {
        if (stopped.compareAndSet(false, true)) {
            server.stop(Duration.ZERO);
        }
    }
}
