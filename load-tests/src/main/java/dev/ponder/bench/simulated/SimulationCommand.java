package dev.ponder.bench.simulated;

import dev.ponder.bench.BenchOptions;
import dev.ponder.bench.report.Report;
import dev.ponder.bench.report.Row;
import dev.ponder.simulation.SimulatedRun;
import dev.ponder.simulation.Simulation;
import dev.ponder.simulation.check.Happening;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether anything that must hold is ever broken, whatever happens. */
@Command(
        name = "simulation",
        description = "Plays the chain under a virtual clock with faults of every kind, and counts what is broken.")
public final class SimulationCommand implements Callable<Integer> {

    /** Held, since the log manager forgets the level of a logger that nobody holds. */
    private static final Logger SERVICES = Logger.getLogger("dev.ponder");

    private static final int QUICK_SEEDS = 20;
    private static final int TELL_EVERY = 50;
    private static final double NANOS_PER_SECOND = 1e9;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--seeds", description = "How many seeds, from --seed on. Default: ${DEFAULT-VALUE}.")
    private int seeds = 200;

    @Override
    public Integer call() throws IOException {
        SERVICES.setLevel(Level.OFF);
        int count = options.quick() ? Math.min(seeds, QUICK_SEEDS) : seeds;
        options.say(count + " seeds from " + options.seed() + " on; Kafka is simulated, what decides is what ships.");
        long startedNanos = System.nanoTime();
        List<SimulatedRun> runs = play(count);
        double seconds = (System.nanoTime() - startedNanos) / NANOS_PER_SECOND;
        long violations =
                runs.stream().mapToLong(run -> run.violations().size()).sum();
        publish(runs, violations, seconds);
        return violations == 0 ? 0 : 1;
    }

    /** Seeds know nothing of one another, so that as many are played at once as there are processors. */
    private List<SimulatedRun> play(int count) {
        AtomicInteger done = new AtomicInteger();
        return LongStream.range(options.seed(), options.seed() + count)
                .parallel()
                .mapToObj(seed -> {
                    SimulatedRun run = Simulation.play(seed);
                    tell(run, done.incrementAndGet(), count);
                    return run;
                })
                .toList();
    }

    private void tell(SimulatedRun run, int done, int count) {
        if (!run.violations().isEmpty()) {
            options.say(run.failure());
        }
        if (count == 1) {
            options.say("all that happened, as a hash: " + run.digest());
        } else if (done % TELL_EVERY == 0) {
            options.say("  " + done + " of " + count);
        }
    }

    private void publish(List<SimulatedRun> runs, long violations, double seconds) throws IOException {
        Row all = Row.named("all seeds")
                .with("requests", runs.stream().mapToInt(SimulatedRun::accepted).sum())
                .with("settled", runs.stream().mapToInt(SimulatedRun::settled).sum())
                .with("steps", (double)
                        runs.stream().mapToLong(SimulatedRun::steps).sum())
                .with("virtual_s", (double)
                        runs.stream().mapToLong(run -> run.lasted().toSeconds()).sum())
                .with("seconds", seconds);
        options.publish(
                new Report(
                        "simulation",
                        Map.of("seeds", Integer.toString(runs.size())),
                        runs.stream().map(SimulatedRun::seed).toList(),
                        Map.of("violations", (double) violations),
                        List.of(all, happened(runs))),
                Map.of("violations", "0"));
    }

    /** So that nobody takes a run for a proof in which nothing went wrong. */
    private static Row happened(List<SimulatedRun> runs) {
        Row row = Row.named("what happened");
        for (Happening what : Happening.values()) {
            int times = runs.stream()
                    .mapToInt(run -> run.happened().getOrDefault(what, 0))
                    .sum();
            row = row.with(what.name().toLowerCase(Locale.ROOT), times);
        }
        return row;
    }
}
