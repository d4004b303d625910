package dev.ponder.bench.conformance;

import dev.ponder.bench.BenchOptions;
import dev.ponder.bench.report.Report;
import dev.ponder.bench.report.Row;
import dev.ponder.bench.server.NoServerException;
import dev.ponder.bench.server.RealServer;
import dev.ponder.bench.server.ServerKind;
import dev.ponder.bench.server.SimulatedServer;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether the simulated shard answers as a real Triton server does. */
@Command(
        name = "conformance",
        description =
                "Runs the same cases against the simulated shard and a real Triton server, and shows what differs.")
public final class ConformanceCommand implements Callable<Integer> {

    /** Toys, and a model whose answers are as long as the prompt says, at the pace of the real server's stand-in. */
    static final List<String> TOYS = List.of(
            "--toys",
            "--brain",
            "synthetic",
            "--synthetic-right",
            "1",
            "--itl-base-ms",
            "2",
            "--itl-per-sequence-ms",
            "0",
            "--cancel-latency-ms",
            "5",
            "--exit-timeout-s",
            "30");

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(
            names = "--server",
            split = ",",
            defaultValue = "simulated",
            description = "Which servers: ${COMPLETION-CANDIDATES}; without a real one its record is the measure.")
    private List<ServerKind> servers = List.of(ServerKind.SIMULATED);

    @Option(names = "--record", paramLabel = "FILE", description = "Write there what the real server answered.")
    private @Nullable Path record;

    private final Map<ServerKind, String> skipped = new EnumMap<>(ServerKind.class);

    @Override
    public Integer call() throws IOException, InterruptedException, LaunchException {
        Map<ServerKind, Observations> seen = new EnumMap<>(ServerKind.class);
        for (ServerKind kind : servers) {
            try {
                options.say("driving the " + name(kind) + " server");
                seen.put(kind, CaseRun.of(starter(kind)));
            } catch (NoServerException absent) {
                skipped.put(kind, absent.sentence());
                options.say("SKIPPED, the " + name(kind) + " server is not driven: " + absent.sentence());
            }
        }
        Observations real = seen.get(ServerKind.REAL);
        if (record != null && real != null) {
            real.write(record);
        }
        int status = publish(seen);
        // Again below the figures, which say nothing of a server that was asked for and not there.
        skipped.forEach((kind, why) -> options.say("SKIPPED, the " + name(kind) + " server was not driven: " + why));
        return status;
    }

    private static CaseRun.Starter starter(ServerKind kind) throws LaunchException {
        Checkout checkout = Checkout.current();
        Path folder = checkout.state().resolve("conformance");
        return switch (kind) {
            case SIMULATED -> {
                List<String> program =
                        List.of("-jar", checkout.jar("triton-shard").toString());
                yield () -> SimulatedServer.start(program, TOYS, folder);
            }
            case REAL -> () -> RealServer.start(System.getenv("PONDER_TOOLS"), folder);
        };
    }

    private static String name(ServerKind kind) {
        return kind == ServerKind.REAL ? "real" : "simulated";
    }

    private int publish(Map<ServerKind, Observations> seen) throws IOException {
        Observations recorded = Observations.recorded();
        Observations real = seen.getOrDefault(ServerKind.REAL, recorded);
        List<Row> rows = new ArrayList<>();
        Map<String, Double> metrics = new LinkedHashMap<>();
        Observations simulated = seen.get(ServerKind.SIMULATED);
        if (simulated != null) {
            Differences differences = Differences.between(real, simulated, Differences.reasons());
            tell("the simulated shard", differences);
            String measure = seen.containsKey(ServerKind.REAL) ? "the real server" : "the record of a real server";
            rows.add(row("simulated, against " + measure, simulated, differences));
            metrics.put("cases", (double) simulated.lines().size());
            metrics.put("differences", (double) differences.found().size());
            metrics.put(
                    "differences_with_a_reason", (double) differences.listed().size());
        }
        if (seen.containsKey(ServerKind.REAL)) {
            Differences drift = Differences.between(recorded, real, Map.of());
            tell("the real server, against its record,", drift);
            rows.add(row("real, against its record", real, drift));
        }
        options.publish(
                new Report("conformance", arguments(), List.of(), metrics, rows),
                Map.of("cases", ">= 60", "differences", "0"));
        return metrics.getOrDefault("differences", 0.0) > 0 ? 1 : 0;
    }

    private Map<String, String> arguments() {
        Map<String, String> arguments = new LinkedHashMap<>(Map.of("server", servers.toString()));
        if (!skipped.isEmpty()) {
            arguments.put("skipped", skipped.keySet().toString());
        }
        return arguments;
    }

    private void tell(String who, Differences differences) {
        for (Differences.Difference one : differences.found()) {
            options.say("");
            options.say(who + " differs: " + one.name());
            one.expected().forEach(line -> options.say("  expected  " + line));
            one.seen().forEach(line -> options.say("  seen      " + line));
        }
        differences.listed().forEach(one -> options.say("known: " + one.name() + ": " + one.reason()));
        differences.stale().forEach(name -> options.say("no longer differs, yet listed: " + name));
    }

    private static Row row(String name, Observations seen, Differences differences) {
        return Row.named(name)
                .with("cases", seen.lines().size())
                .with("differences", differences.found().size())
                .with("with a reason", differences.listed().size());
    }
}
