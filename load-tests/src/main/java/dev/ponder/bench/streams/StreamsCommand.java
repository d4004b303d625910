package dev.ponder.bench.streams;

import dev.ponder.bench.BenchOptions;
import dev.ponder.bench.report.Report;
import dev.ponder.bench.report.Row;
import dev.ponder.bench.stack.BenchStack;
import dev.ponder.bench.stack.StreamReader;
import dev.ponder.bench.stack.TaskSender;
import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.plan.Plan;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.StackExtras;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How many open generations one reasoner process bears. */
@Command(
        name = "streams",
        description = "Thousands of open generations on one reasoner process, each a token a second, text checked.")
public final class StreamsCommand implements Callable<Integer> {

    private static final int CHAINS = Plan.MOST_CHAINS;
    private static final int STEP_MILLIS = 900;
    private static final int MOST_AT_ONCE = 20_000;
    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final Duration QUICK_WINDOW = Duration.ofSeconds(15);
    private static final Duration BETWEEN = Duration.ofMillis(250);
    /** What beginning may take longer than planned: a stream that ended before the window does was not open in it. */
    private static final Duration SLACK = Duration.ofSeconds(60);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int QUICK_STREAMS = 1_024;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(
            names = "--streams",
            description = "How many, rounded up to whole requests of " + CHAINS + " chains. Default: ${DEFAULT-VALUE}.")
    private int wanted = 10_000;

    private final Map<String, OpenStream> streams = new ConcurrentHashMap<>();
    /** How many tokens each has. */
    private int stamps;

    @Override
    public Integer call() throws LaunchException, InterruptedException, IOException {
        int requests = Math.ceilDiv(options.quick() ? QUICK_STREAMS : wanted, CHAINS);
        Duration window = options.quick() ? QUICK_WINDOW : WINDOW;
        options.say(requests + " requests of " + CHAINS
                + " chains each on one reasoner process (heap 2 GiB); the shards, two other"
                + " processes, say a token of each every " + STEP_MILLIS
                + " ms. Late is from a shard's saying a token to the broker's appending its chunk; late at the reader, to a"
                + " reader of the chunks having it. Streams are those that were open all the window, whole, and got a token"
                + " a second at least.");
        Duration rampUp = BETWEEN.multipliedBy(requests).plus(SLACK);
        stamps = Math.toIntExact(rampUp.plus(window).toMillis() / STEP_MILLIS);
        Map<String, Double> metrics;
        try (BenchStack house = BenchStack.start(1, extras(requests), _ -> {});
                StreamReader _ = StreamReader.ofStamped(house.stack().bootstrap(), this::note);
                TaskSender sender = new TaskSender(house.stack().bootstrap())) {
            metrics = run(house, sender, requests, window);
        }
        Row row = new Row("one reasoner process", metrics);
        options.publish(
                new Report(
                        "streams",
                        Map.of("requests", Integer.toString(requests), "chains", Integer.toString(CHAINS)),
                        List.of(options.seed()),
                        metrics,
                        List.of(row)),
                Map.of("streams", ">= 10000", "late_p99_s", "<= 1", "torn", "0", "slow", "0"));
        return 0;
    }

    private static StackExtras extras(int requests) {
        Map<String, String> reasoner = Map.of(
                "reasoner.slots",
                Integer.toString(requests),
                "reasoner.waves.sure",
                "1",
                "reasoner.binding.largest-work-tokens",
                "20000",
                "reasoner.binding.token-budget",
                "2000000000");
        List<String> shard = new ArrayList<>(BenchStack.pacedShard(STEP_MILLIS, MOST_AT_ONCE));
        shard.addAll(List.of("--kv-blocks", "8000000"));
        return new StackExtras(Map.of(), reasoner, shard).withReasonerHeap("2g");
    }

    private void note(Chunk chunk, long publishedMillis) {
        streams.computeIfAbsent(chunk.id() + "/" + chunk.chain(), _ -> new OpenStream(stamps))
                .accept(chunk, publishedMillis, System.currentTimeMillis());
    }

    private Map<String, Double> run(BenchStack house, TaskSender sender, int requests, Duration window)
            throws InterruptedException, IOException {
        long beganNanos = System.nanoTime();
        long pid = house.stack().pid("reasoner");
        OptionalLong idle = ResidentMemory.kib(pid);
        for (int i = 0; i < requests; i++) {
            sender.sendStamped("s-" + i, CHAINS, stamps);
            Thread.sleep(BETWEEN);
        }
        await(() -> streams.size() >= requests * CHAINS, "begun", beganNanos);
        long fromMillis = System.currentTimeMillis();
        Thread.sleep(window);
        OptionalLong top = ResidentMemory.kib(pid);
        await(() -> streams.values().stream().allMatch(OpenStream::ended), "ended", beganNanos);
        Window measured = new Window(fromMillis, fromMillis + window.toMillis());
        return withMemory(StreamFigures.of(streams.values(), measured), idle, top);
    }

    /** Goes on without what did not come: it is counted as not open. */
    private void await(BooleanSupplier done, String what, long beganNanos) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() - deadline < 0) {
            Thread.sleep(POLL);
        }
        options.say("  %d streams have %s after %d s"
                .formatted(
                        streams.size(),
                        what,
                        Duration.ofNanos(System.nanoTime() - beganNanos).toSeconds()));
    }

    /** Over all that were begun, since those that were too slow to count hold memory too. */
    private Map<String, Double> withMemory(Map<String, Double> figures, OptionalLong idle, OptionalLong top) {
        if (idle.isPresent() && top.isPresent() && !streams.isEmpty()) {
            figures.put("rss_idle_mib", idle.orElseThrow() / 1024.0);
            figures.put("rss_top_mib", top.orElseThrow() / 1024.0);
            figures.put("kb_per_stream", (double) (top.orElseThrow() - idle.orElseThrow()) / streams.size());
        }
        return figures;
    }
}
