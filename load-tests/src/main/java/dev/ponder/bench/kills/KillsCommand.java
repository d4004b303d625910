package dev.ponder.bench.kills;

import dev.ponder.bench.BenchOptions;
import dev.ponder.bench.report.Report;
import dev.ponder.bench.report.Row;
import dev.ponder.bench.stack.BenchStack;
import dev.ponder.bench.stack.RequestSender;
import dev.ponder.bench.stack.ResultReader;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether anything is lost or doubled when processes are killed under load. */
@Command(
        name = "kills",
        description = "Kills and restarts every kind of process under load, and counts what is lost or doubled.")
public final class KillsCommand implements Callable<Integer> {

    private static final int STEP_MILLIS = 15;
    private static final int SLOTS = 12;
    private static final int REASONERS = 2;
    /** About half of what the slots can do, so that a fault's backlog is worked off and errors are the fault's own. */
    private static final double REQUESTS_PER_SECOND = 6;

    private static final int LEAST_TOKENS = 60;
    private static final int MOST_TOKENS = 240;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int HUNDRED = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--events", description = "How many faults. Default: ${DEFAULT-VALUE}.")
    private int events = 20;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Hit only these parts, for example broker or reasoner-1. Default: all.")
    private List<String> only = List.of();

    @Override
    public Integer call() throws LaunchException, InterruptedException, IOException {
        int faults = options.quick() ? Math.min(events, 6) : events;
        SplittableRandom random = new SplittableRandom(options.seed());
        Map<String, Double> metrics;
        try (BenchStack house =
                BenchStack.start(REASONERS, BenchStack.paced(STEP_MILLIS, SLOTS, Map.of()), options::say)) {
            metrics = attack(house, faults, random);
        }
        Row row = metrics.entrySet().stream()
                .reduce(
                        Row.named("exactly once"),
                        (sum, metric) -> sum.with(metric.getKey(), metric.getValue()),
                        (first, _) -> first);
        Map<String, String> arguments = Map.of("events", Integer.toString(faults));
        options.publish(
                new Report("kills", arguments, List.of(options.seed()), metrics, List.of(row)),
                Map.of("lost", "0", "doubled", "0"));
        return metrics.getOrDefault("lost", 1.0) + metrics.getOrDefault("doubled", 1.0) > 0 ? 1 : 0;
    }

    private Map<String, Double> attack(BenchStack house, int faults, SplittableRandom random)
            throws LaunchException, InterruptedException {
        AtomicBoolean asking = new AtomicBoolean(true);
        Map<String, Integer> asked = new ConcurrentHashMap<>();
        try (ResultReader results = new ResultReader(house.stack().bootstrap());
                RequestSender requests = new RequestSender(house.stack().bootstrap());
                TokenMeter tokens = new TokenMeter(house.stack().shardMetrics())) {
            SplittableRandom ofLoad = random.split();
            Thread load = Thread.ofPlatform().name("load").start(() -> ask(asking, asked, requests, ofLoad));
            Attack attack = new Attack(house.stack(), victims(house.stack()), random.split(), options::say);
            Thread.sleep(Duration.ofSeconds(3));
            for (int i = 0; i < faults; i++) {
                attack.strike(i + 1, faults);
            }
            attack.awaitAll();
            asking.set(false);
            load.join();
            requests.flush();
            int produced = requests.acknowledged().size();
            options.say("healed; waiting for the last of " + produced + " results");
            int settled = results.await(produced, PATIENCE);
            options.say("errors: " + new TreeSet<>(results.errors().values()));
            Thread.sleep(Duration.ofSeconds(5));
            long lost = requests.acknowledged().stream()
                    .filter(id -> !results.arrivedNanos().containsKey(id))
                    .count();
            long used = results.arrivedNanos().keySet().stream()
                    .filter(id -> !results.errors().containsKey(id))
                    .mapToLong(id -> asked.getOrDefault(id, 0))
                    .sum();
            Map<String, Double> metrics = new LinkedHashMap<>();
            metrics.put("produced", (double) produced);
            metrics.put("settled", (double) settled);
            metrics.put("lost", (double) lost);
            metrics.put("doubled", (double) results.doubled());
            metrics.put("errors", (double) results.errors().size());
            metrics.put("tokens_redone_percent", tokens.redoneShare(used) * HUNDRED);
            return metrics;
        }
    }

    private List<String> victims(Stack stack) {
        List<String> unknown =
                only.stream().filter(part -> !stack.parts().contains(part)).toList();
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--only names " + unknown + "; there are " + stack.parts());
        }
        return only.isEmpty() ? stack.parts() : only;
    }

    private static void ask(
            AtomicBoolean asking, Map<String, Integer> asked, RequestSender requests, SplittableRandom random) {
        try {
            while (asking.get()) {
                Thread.sleep(Duration.ofNanos(Math.round(random.nextExponential() / REQUESTS_PER_SECOND * 1e9)));
                int tokens = random.nextInt(LEAST_TOKENS, MOST_TOKENS);
                String id = "k-" + (asked.size() + 1);
                asked.put(id, tokens);
                requests.send(id, tokens, false, SloClass.STANDARD);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
