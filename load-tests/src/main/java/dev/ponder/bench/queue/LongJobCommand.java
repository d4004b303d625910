package dev.ponder.bench.queue;

import dev.ponder.bench.BenchOptions;
import dev.ponder.bench.measure.Sample;
import dev.ponder.bench.measure.Workload;
import dev.ponder.bench.report.Report;
import dev.ponder.bench.report.Row;
import dev.ponder.bench.stack.BenchStack;
import dev.ponder.bench.stack.OpenLoop;
import dev.ponder.bench.stack.OutcomeReader;
import dev.ponder.bench.stack.TaskSender;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What one long job does to the short ones behind it. */
@Command(
        name = "long-job",
        description = "One long job among many short ones, with and without the hand-off of its record.")
public final class LongJobCommand implements Callable<Integer> {

    private static final int SLOTS = 16;
    private static final int REASONERS = 2;
    private static final int STEP_MILLIS = 10;
    private static final Duration MEAN = Duration.ofMillis(50);
    private static final double CV = 1;
    private static final double P99 = 0.99;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** Never, neither by age nor by how many records came after. */
    private static final Map<String, String> HELD =
            Map.of("reasoner.queue.hand-off", "87600h", "reasoner.queue.hand-off-span", "1000000000");

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(
            names = "--load",
            description = "Share of the slots' time that the short jobs take. Default: ${DEFAULT-VALUE}.")
    private double load = 0.69;

    /** A run's figures. */
    private record Run(Sample waits, double stalledSeconds, double ratePerSecond) {}

    @Override
    public Integer call() throws LaunchException, InterruptedException, IOException {
        int jobs = options.quick() ? 2_000 : 20_000;
        Duration longJob = Duration.ofSeconds(options.quick() ? 20 : 120);
        String after = options.quick() ? "5s" : "60s";
        Map<String, String> handOff = Map.of("reasoner.queue.hand-off", after);
        options.say("16 slots over 2 reasoner processes; " + jobs + " short jobs of mean 0.05 s at load " + load
                + "; the long job lasts " + longJob.toSeconds() + " s and comes first. Warm-up: 64 jobs, not counted.");
        Run without = run("no long job", jobs, Duration.ZERO, handOff);
        Run with = run("long job, hand-off after " + after, jobs, longJob, handOff);
        Run held = run("long job, record held", jobs, longJob, HELD);
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put(
                "short_p99_wait_ratio",
                with.waits().percentile(P99) / without.waits().percentile(P99));
        metrics.put("stalled_s", with.stalledSeconds());
        List<Row> rows = List.of(
                row("no long job", without),
                row("long job, hand-off after " + after, with),
                row("long job, record held", held));
        Map<String, String> arguments = Map.of("jobs", Integer.toString(jobs), "load", Double.toString(load));
        options.publish(
                new Report("long-job", arguments, List.of(options.seed()), metrics, rows),
                Map.of("short_p99_wait_ratio", "<= 1.5", "stalled_s", "<= 2"));
        return 0;
    }

    private Run run(String name, int jobs, Duration longJob, Map<String, String> properties)
            throws LaunchException, InterruptedException {
        options.say(name);
        try (BenchStack house =
                BenchStack.start(REASONERS, BenchStack.paced(STEP_MILLIS, SLOTS / REASONERS, properties), _ -> {})) {
            String bootstrap = house.stack().bootstrap();
            new Contestants(bootstrap, SLOTS, STEP_MILLIS).warmUp();
            Workload workload =
                    Workload.draw(options.seed(), jobs, SLOTS, load, MEAN, CV).inSteps(Duration.ofMillis(STEP_MILLIS));
            Run run = run(workload, longJob, bootstrap);
            options.say("  p99 wait %.3f s, longest stall %.1f s, %.0f short jobs a second"
                    .formatted(run.waits().percentile(P99), run.stalledSeconds(), run.ratePerSecond()));
            return run;
        }
    }

    private static Run run(Workload workload, Duration longJob, String bootstrap) throws InterruptedException {
        try (OutcomeReader outcomes = new OutcomeReader(bootstrap);
                TaskSender sender = new TaskSender(bootstrap)) {
            if (longJob.isPositive()) {
                sender.send("long", Math.toIntExact(longJob.toMillis() / STEP_MILLIS));
            }
            int shortJobs = workload.jobs().size();
            long _ = OpenLoop.run(
                    workload,
                    i -> sender.send(
                            "s-" + i,
                            Math.toIntExact(workload.jobs().get(i).service().toMillis() / STEP_MILLIS)));
            outcomes.await(shortJobs + (longJob.isPositive() ? 1 : 0), PATIENCE);
            List<Double> waits = new ArrayList<>();
            List<Double> starts = new ArrayList<>();
            outcomes.started().forEach((id, one) -> {
                if (id.startsWith("s-")) {
                    waits.add(one.waitSeconds());
                    starts.add(one.startedSeconds());
                }
            });
            starts.sort(null);
            double seconds = starts.getLast() - starts.getFirst();
            return new Run(Sample.of(waits), stall(waits, starts), shortJobs / seconds);
        }
    }

    /** The longest time between two starts of short jobs while some were waiting: with one slot of 16 held, others were free. */
    private static double stall(List<Double> waits, List<Double> starts) {
        double longest = 0;
        for (int i = 1; i < starts.size(); i++) {
            longest = Math.max(longest, starts.get(i) - starts.get(i - 1));
        }
        return Math.min(longest, Sample.of(waits).max());
    }

    private static Row row(String name, Run run) {
        return Row.named(name)
                .with("p50_wait_s", run.waits().median())
                .with("p99_wait_s", run.waits().percentile(P99))
                .with("max_wait_s", run.waits().max())
                .with("stalled_s", run.stalledSeconds())
                .with("short_jobs_per_s", run.ratePerSecond());
    }
}
