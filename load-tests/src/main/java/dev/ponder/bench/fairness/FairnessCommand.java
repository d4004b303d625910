package dev.ponder.bench.fairness;

import dev.ponder.bench.BenchOptions;
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
import picocli.CommandLine.Option;

/** What a flood costs those who stay within their share. */
@Command(
        name = "fairness",
        description = "What a tenant that asks for many times its share costs the others, with shares and without.")
public final class FairnessCommand implements Callable<Integer> {

    private static final Duration LASTS = Duration.ofSeconds(105);
    private static final Duration QUICK = Duration.ofSeconds(45);
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final long NO_BOUND = 1_000_000_000_000L;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(
            names = "--times",
            description = "How many times its share the flooding tenant asks for. Default: ${DEFAULT-VALUE}.")
    private double times = 10;

    @Override
    public Integer call() throws LaunchException, InterruptedException, IOException {
        Duration lasts = options.quick() ? QUICK : LASTS;
        Demand demand = new Demand(options.seed(), lasts);
        long window = (long) Crowd.SLOTS * Crowd.MOST_TOKENS;
        options.say(
                "Four tenants of equal weight, %d slots, two routers. Three ask for half of their share each, for %d s."
                        .formatted(Crowd.SLOTS, lasts.toSeconds()));
        options.say(
                "The fourth asks for %s times its share from second %d on, without a warning; what comes due before is not counted."
                        .formatted(times, WARM_UP.toSeconds()));
        Row calm = new Crowd("no flood", window, options::say).run(demand.others(), WARM_UP);
        Row shared = new Crowd("flood", window, options::say).run(demand.withFlood(times, WARM_UP), WARM_UP);
        Row unshared = new Crowd("flood, shares without bound", NO_BOUND, options::say)
                .run(demand.withFlood(times, WARM_UP), WARM_UP);
        publish(calm, shared, unshared);
        return 0;
    }

    private void publish(Row calm, Row shared, Row unshared) throws IOException {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("others_p99_ratio", over(shared, calm, "others_p99_s"));
        metrics.put("others_p50_ratio", over(shared, calm, "others_p50_s"));
        metrics.put("others_p99_ratio_unshared", over(unshared, calm, "others_p99_s"));
        options.publish(
                new Report(
                        "fairness",
                        Map.of("times", Double.toString(times)),
                        List.of(options.seed()),
                        metrics,
                        List.of(calm, shared, unshared)),
                Map.of("others_p99_ratio", "<= 1.5"));
    }

    private static double over(Row row, Row base, String figure) {
        return row.figure(figure) / base.figure(figure);
    }
}
