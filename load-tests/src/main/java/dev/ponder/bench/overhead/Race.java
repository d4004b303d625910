package dev.ponder.bench.overhead;

import dev.ponder.bench.measure.Sample;
import dev.ponder.bench.measure.Workload;
import dev.ponder.bench.stack.ChunkReader;
import dev.ponder.bench.stack.OpenLoop;
import dev.ponder.bench.stack.RequestSender;
import dev.ponder.bench.stack.ResultReader;
import dev.ponder.local.launch.Stack;
import dev.ponder.triton.wire.GRPCInferenceServiceGrpc;
import dev.ponder.triton.wire.ModelStreamInferResponse;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Sends each prompt both ways at the moment it is due, and subtracts. One house's, stretch after stretch. */
final class Race {

    private static final int TOKENS = 20;
    private static final int WARM_UP = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, Long> directEnd = new ConcurrentHashMap<>();
    private final Map<String, Long> directFirst = new ConcurrentHashMap<>();
    private final Map<String, Long> due = new ConcurrentHashMap<>();

    private final List<Double> ends = new ArrayList<>();
    private final List<Double> firsts = new ArrayList<>();
    private final Stack stack;
    private int stretches;

    Race(Stack stack) {
        this.stack = stack;
    }

    /** Asks what is not counted. */
    void warmUp() throws InterruptedException {
        run(Workload.draw(0, WARM_UP, 1, 1, Duration.ofMillis(100), 0));
        ends.clear();
        firsts.clear();
    }

    /** Asks one stretch. */
    void run(Workload workload) throws InterruptedException {
        String prefix = "p" + stretches++ + "-";
        due.clear();
        ManagedChannel shard = NettyChannelBuilder.forTarget(stack.shards().getFirst())
                .usePlaintext()
                .build();
        try (ResultReader results = new ResultReader(stack.bootstrap());
                ChunkReader chunks = new ChunkReader(stack.bootstrap());
                RequestSender requests = new RequestSender(stack.bootstrap());
                ExecutorService direct = Executors.newVirtualThreadPerTaskExecutor()) {
            long _ = OpenLoop.run(workload, i -> {
                String id = prefix + i;
                due.put(id, System.nanoTime());
                direct.execute(() -> call(shard, id));
                requests.send(id, TOKENS, true);
            });
            int came = results.await(workload.jobs().size(), PATIENCE);
            if (came < workload.jobs().size()) {
                throw new IllegalStateException(workload.jobs().size() - came + " results did not come in time");
            }
            add(results.arrivedNanos(), chunks.firstNanos());
        } finally {
            shard.shutdownNow();
        }
    }

    private void call(ManagedChannel shard, String id) {
        DirectCall call =
                DirectCall.start(GRPCInferenceServiceGrpc.newStub(shard), "direct-" + id, "Say tokens=" + TOKENS);
        for (ModelStreamInferResponse message : call) {
            if (DirectCall.hasWords(message)) {
                directFirst.putIfAbsent(id, System.nanoTime());
            }
        }
        directEnd.put(id, System.nanoTime());
    }

    private void add(Map<String, Long> results, Map<String, Long> firstChunks) {
        due.keySet().forEach(id -> {
            difference(results.get(id), directEnd.get(id), ends);
            difference(firstChunks.get(id), directFirst.get(id), firsts);
        });
    }

    /** What was added in all stretches since the warm-up. */
    Added added() {
        return new Added(Sample.of(ends), Sample.of(firsts));
    }

    /** Both clocks started when the prompt was due, so that moment cancels out. */
    private static void difference(@Nullable Long ours, @Nullable Long direct, List<Double> into) {
        if (ours != null && direct != null) {
            into.add((ours - direct) / NANOS_PER_MILLI);
        }
    }
}
