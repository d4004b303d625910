package dev.ponder.bench.kills;

import dev.ponder.bench.BenchOptions;
import dev.ponder.bench.report.Report;
import dev.ponder.bench.report.Row;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether anything is lost or doubled when processes are killed under load. */
@Command(
        name = "kills",
        description =
                "Kills and restarts every kind of process under load, and counts what is lost or doubled. In flight is what was"
                        + " asked and has no result yet, looked at ten times a second while faults come and until all serves again; taken,"
                        + " what of it the broker has acknowledged.")
public final class KillsCommand implements Callable<Integer> {

    private static final String EXACTLY = "exactly-once";
    private static final String AT_LEAST = "at-least-once";
    private static final int QUICK_EVENTS = 6;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(
            names = "--events",
            description = "How many faults, shared among the guarantees. Default: ${DEFAULT-VALUE}.")
    private int events = 20;

    @Option(
            names = "--guarantee",
            split = ",",
            paramLabel = "GUARANTEE",
            description = "Under which guarantees. Default: ${DEFAULT-VALUE}.")
    private List<String> guarantees = List.of(EXACTLY, AT_LEAST);

    @Option(
            names = "--in-flight",
            paramLabel = "N",
            description = "How many requests are kept in flight. Default: ${DEFAULT-VALUE}.")
    private int inFlight = 24;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Hit only these parts, for example broker or reasoner-1. Default: all.")
    private List<String> only = List.of();

    @Override
    public Integer call() throws LaunchException, InterruptedException, IOException {
        requireKnownGuarantees();
        int faults = options.quick() ? Math.min(events, QUICK_EVENTS) : events;
        SplittableRandom random = new SplittableRandom(options.seed());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < guarantees.size(); i++) {
            int share = faults * (i + 1) / guarantees.size() - faults * i / guarantees.size();
            options.say(guarantees.get(i) + ": " + share + " faults, " + inFlight + " requests in flight");
            rows.add(new Siege(guarantees.get(i), inFlight, this::victims, options::say).run(share, random.split()));
        }
        Map<String, Double> metrics = metrics(rows);
        options.publish(
                new Report(
                        "kills",
                        Map.of("events", Integer.toString(faults), "in_flight", Integer.toString(inFlight)),
                        List.of(options.seed()),
                        metrics,
                        rows),
                Map.of(
                        "lost", "0",
                        "doubled", "0",
                        "in_flight_least", ">= 20",
                        "hits_least", ">= 10",
                        "tokens_redone_percent", "<= 3",
                        "recovery_p99_s", "<= 30"));
        return metrics.getOrDefault("lost", 1.0) + metrics.getOrDefault("doubled", 0.0) > 0 ? 1 : 0;
    }

    private void requireKnownGuarantees() {
        if (guarantees.isEmpty() || !List.of(EXACTLY, AT_LEAST).containsAll(guarantees)) {
            throw new ParameterException(
                    spec.commandLine(), "--guarantee takes " + EXACTLY + " and " + AT_LEAST + ", not " + guarantees);
        }
    }

    /** The shipped default's row, the worst of both where a target holds for both; doubles are allowed at least once. */
    private static Map<String, Double> metrics(List<Row> rows) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        for (String figure :
                List.of("lost", "errors", "tokens_redone_percent", "recovery_p99_s", "in_flight_short_percent")) {
            rows.stream()
                    .filter(row -> row.figures().containsKey(figure))
                    .mapToDouble(row -> row.figure(figure))
                    .max()
                    .ifPresent(worst -> metrics.put(figure, worst));
        }
        for (String figure : List.of("in_flight_least", "in_flight_taken_least", "hits_least")) {
            rows.stream().mapToDouble(row -> row.figure(figure)).min().ifPresent(least -> metrics.put(figure, least));
        }
        for (Row row : rows) {
            String figure = row.name().equals(EXACTLY) ? "doubled" : "doubled_at_least_once";
            metrics.put(figure, row.figure("doubled"));
        }
        return metrics;
    }

    private List<String> victims(List<String> parts) {
        List<String> unknown =
                only.stream().filter(part -> !parts.contains(part)).toList();
        if (!unknown.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--only names " + unknown + "; there are " + parts);
        }
        return only.isEmpty() ? parts : only;
    }
}
