package dev.ponder.bench.overhead;

import dev.ponder.bench.BenchOptions;
import dev.ponder.bench.measure.Sample;
import dev.ponder.bench.measure.Workload;
import dev.ponder.bench.report.Report;
import dev.ponder.bench.report.Row;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What the chain adds to a direct call, beside what a bare relay adds. */
@Command(
        name = "overhead",
        description = "What the chain adds to a direct call to the shard, beside a bare relay over the same topics.")
public final class OverheadCommand implements Callable<Integer> {

    private static final int PROMPTS = 1_000;
    private static final int QUICK_PROMPTS = 100;
    private static final double PER_SECOND = 10;
    private static final int STRETCHES = 4;
    private static final double P99 = 0.99;
    private static final String EXACTLY = "exactly-once";
    private static final String AT_LEAST = "at-least-once";

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws LaunchException, InterruptedException, IOException {
        int prompts = options.quick() ? QUICK_PROMPTS : PROMPTS;
        options.say(prompts
                + " prompts a row, Poisson 10 a second; the shard answers in 20 chunks over 200 ms. Each prompt also goes"
                + " straight to the shard at the same moment. Ours and the relay take turns, " + STRETCHES
                + " stretches each, the other's house idle. Warm-up: 300 prompts a row, not counted.");
        Map<String, Added> added = new LinkedHashMap<>();
        for (String guarantee : List.of(AT_LEAST, EXACTLY)) {
            try (Contestant ours = Contestant.ours(guarantee);
                    Contestant relay = Contestant.relay(guarantee)) {
                ours.race().warmUp();
                relay.race().warmUp();
                takeTurns(ours, relay, prompts / STRETCHES);
                note("ours, " + guarantee, ours, added);
                note("bare relay, " + guarantee, relay, added);
            }
        }
        publish(added, prompts);
        return 0;
    }

    private void takeTurns(Contestant ours, Contestant relay, int prompts) throws InterruptedException {
        Duration gap = Duration.ofNanos(Math.round(1e9 / PER_SECOND));
        for (int stretch = 0; stretch < STRETCHES; stretch++) {
            Workload workload = Workload.draw(options.seed() + stretch, prompts, 1, 1, gap, 0);
            ours.race().run(workload);
            relay.race().run(workload);
        }
    }

    private void note(String name, Contestant contestant, Map<String, Added> into) {
        Added added = contestant.race().added();
        into.put(name, added);
        options.say("  %-28s added p50 %.1f ms, p99 %.1f ms; first chunk p99 %.1f ms"
                .formatted(
                        name,
                        added.result().median(),
                        added.result().percentile(P99),
                        added.firstChunk().percentile(P99)));
    }

    private void publish(Map<String, Added> added, int prompts) throws IOException {
        List<Row> rows = added.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (String guarantee : List.of(AT_LEAST, EXACTLY)) {
            Added ours = added.get("ours, " + guarantee);
            Added relay = added.get("bare relay, " + guarantee);
            if (ours != null && relay != null) {
                String name = guarantee.replace('-', '_');
                metrics.put("p99_over_relay_" + name, ours.p99Over(relay));
                metrics.put("added_p50_ms_" + name, ours.result().median());
                metrics.put("added_p99_ms_" + name, ours.result().percentile(P99));
                if (guarantee.equals(EXACTLY)) {
                    metrics.put("first_chunk_p99_over_relay", ours.firstChunkP99Over(relay));
                }
            }
        }
        options.publish(
                new Report(
                        "overhead",
                        Map.of("prompts", Integer.toString(prompts)),
                        List.of(options.seed()),
                        metrics,
                        rows),
                Map.of(
                        "p99_over_relay_at_least_once", "<= 1.5",
                        "p99_over_relay_exactly_once", "<= 1.5",
                        "first_chunk_p99_over_relay", "<= 1.5"));
    }

    private static Row row(String name, Added added) {
        Sample result = added.result();
        return Row.named(name)
                .with("added_p50_ms", result.median())
                .with("added_p99_ms", result.percentile(P99))
                .with("added_max_ms", result.max())
                .with("first_chunk_p50_ms", added.firstChunk().median())
                .with("first_chunk_p99_ms", added.firstChunk().percentile(P99));
    }
}
