package dev.ponder.bench.elasticity;

import dev.ponder.bench.BenchOptions;
import dev.ponder.bench.report.Report;
import dev.ponder.bench.report.Row;
import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.run.FleetOutcome;
import dev.ponder.fleet.run.FleetRun;
import dev.ponder.fleet.run.FleetSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How fast the fleet simulation is: an hour of a hundred replicas at 85 % of what they can do, scaled by our law. */
@Command(name = "simulator", description = "Times the fleet simulation: one hour of some hundred replicas.")
public final class SimulatorCommand implements Callable<Integer> {

    private static final double SECONDS = 3600;
    private static final int REPLICAS = 100;
    private static final int MAX = 120;
    private static final double REQUESTS_PER_SECOND = 145;
    private static final double NANOS_PER_SECOND = 1e9;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws IOException {
        double length = options.quick() ? SECONDS / 10 : SECONDS;
        List<SimulatedRequest> requests = requests(length);
        FleetSettings fleet = GpuOfMeasures.fleet(1, MAX, GpuOfMeasures.COLD_START, GpuOfMeasures.INTERACTIVE)
                .beginning(REPLICAS);
        long began = System.nanoTime();
        FleetOutcome outcome =
                FleetRun.play(fleet, requests, Contestants.ours(fleet).get());
        double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("seconds", seconds);
        metrics.put("simulated_per_real_second", outcome.seconds() / seconds);
        Row row = Row.named("ours")
                .with("requests", requests.size())
                .with("average_replicas", outcome.averageReplicas())
                .with("slo_attained", outcome.sloAttained());
        options.publish(
                new Report("simulator", Map.of(), List.of(options.seed()), metrics, List.of(row)),
                Map.of("simulated_per_real_second", ">= 360"));
        return 0;
    }

    private List<SimulatedRequest> requests(double length) {
        SplittableRandom random = new SplittableRandom(options.seed());
        List<SimulatedRequest> requests = new ArrayList<>();
        for (double at = 0; at < length; at += random.nextExponential() / REQUESTS_PER_SECOND) {
            requests.add(SimulatedRequest.interactive(
                    requests.size(),
                    at,
                    Math.max(1, (int) Math.round(random.nextGaussian(4000, 400))),
                    Math.max(1, (int) Math.round(random.nextGaussian(1000, 200))),
                    0,
                    List.of()));
        }
        return requests;
    }
}
