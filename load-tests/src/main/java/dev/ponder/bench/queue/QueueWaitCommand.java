package dev.ponder.bench.queue;

import dev.ponder.bench.BenchOptions;
import dev.ponder.bench.measure.IdealPool;
import dev.ponder.bench.measure.Sample;
import dev.ponder.bench.measure.Workload;
import dev.ponder.bench.report.Report;
import dev.ponder.bench.report.Row;
import dev.ponder.bench.stack.BenchStack;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How long work waits for a slot. */
@Command(name = "queue-wait", description = "How long work waits for a slot: ours beside other ways to read Kafka.")
public final class QueueWaitCommand implements Callable<Integer> {

    private static final int SLOTS = 16;
    private static final int REASONERS = 2;
    private static final double LOAD = 0.69;
    private static final Duration MEAN = Duration.ofMillis(500);
    private static final double CV = 2;
    private static final int STEP_MILLIS = 10;
    private static final int JOBS = 900;
    private static final int QUICK_JOBS = 300;
    private static final int SEEDS = 5;
    private static final double P99 = 0.99;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws LaunchException, InterruptedException, IOException {
        int jobs = options.quick() ? QUICK_JOBS : JOBS;
        List<Long> seeds = LongStream.range(0, options.quick() ? 1 : SEEDS)
                .mapToObj(i -> options.seed() + i)
                .toList();
        options.say("16 slots over 2 reasoner processes, load 0.69, log-normal service of mean 0.5 s and CV 2; " + jobs
                + " jobs a seed. Warm-up: 64 jobs, not counted.");
        try (BenchStack house =
                BenchStack.start(REASONERS, BenchStack.paced(STEP_MILLIS, SLOTS / REASONERS, Map.of()), options::say)) {
            Contestants contestants = new Contestants(house.stack().bootstrap(), SLOTS, STEP_MILLIS);
            contestants.warmUp();
            Map<String, List<Sample>> samples = new LinkedHashMap<>();
            for (long seed : seeds) {
                Workload workload =
                        Workload.draw(seed, jobs, SLOTS, LOAD, MEAN, CV).inSteps(Duration.ofMillis(STEP_MILLIS));
                note(samples, "ours", contestants.ours(workload), seed);
                note(samples, "ideal in-process pool", IdealPool.waits(workload, SLOTS), seed);
                note(samples, "share group, 16 partitions", contestants.shareGroup(workload), seed);
                note(samples, "consumer group, 16 partitions", contestants.consumerGroup(workload), seed);
            }
            publish(samples, seeds, jobs);
        }
        return 0;
    }

    private void note(Map<String, List<Sample>> samples, String name, List<Double> waits, long seed) {
        Sample sample = Sample.of(waits);
        samples.computeIfAbsent(name, _ -> new ArrayList<>()).add(sample);
        options.say("  seed %d  %-30s p99 %.3f s".formatted(seed, name, sample.percentile(P99)));
    }

    private void publish(Map<String, List<Sample>> samples, List<Long> seeds, int jobs) throws IOException {
        List<Row> rows = samples.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
        double ours = p99(samples.getOrDefault("ours", List.of()));
        double ideal = p99(samples.getOrDefault("ideal in-process pool", List.of()));
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("p99_wait_s", ours);
        metrics.put("p99_over_ideal", ours / ideal);
        Map<String, String> arguments = Map.of("jobs", Integer.toString(jobs));
        options.publish(
                new Report("queue-wait", arguments, seeds, metrics, rows),
                Map.of("p99_wait_s", "<= 0.6", "p99_over_ideal", "<= 1.3"));
    }

    private static Row row(String name, List<Sample> samples) {
        List<Double> p99s =
                samples.stream().map(sample -> sample.percentile(P99)).toList();
        return Row.named(name)
                .with(
                        "mean_s",
                        Sample.of(samples.stream().map(Sample::mean).toList()).median())
                .with(
                        "p50_s",
                        Sample.of(samples.stream().map(Sample::median).toList()).median())
                .with("p99_s", Sample.of(p99s).median())
                .with("p99_s_best", Sample.of(p99s).percentile(1e-9))
                .with("p99_s_worst", Sample.of(p99s).max());
    }

    private static double p99(List<Sample> samples) {
        return Sample.of(samples.stream().map(sample -> sample.percentile(P99)).toList())
                .median();
    }
}
