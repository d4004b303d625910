package dev.ponder.bench.elasticity;

import dev.ponder.bench.report.Report;
import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.run.FleetRun;
import dev.ponder.fleet.run.FleetSettings;
import dev.ponder.fleet.scaler.FleetScaler;
import dev.ponder.scaling.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trace in two classes, 3 s and 60 s to the first token. Every row begins with the static fleet's replicas, as a pool that has run
 * before; beside the smallest static fleet and a scaler that knows the future.
 */
final class TraceStudy {

    static final Map<String, String> TARGETS = Map.of(
            "goodput_per_gpu_vs_clairvoyant", ">= 0.9",
            "goodput_vs_static", ">= 0.98",
            "slo_attained_60s", ">= 0.99 for bursts",
            "slo_attained_3s", ">= 0.90 for bursts",
            "replica_hours_vs_static", "<= 0.60 for bursts");

    private final Trace trace;
    private final List<SimulatedRequest> requests;
    private final FleetSettings fleet;

    TraceStudy(Trace trace, int min, int max) {
        this.trace = trace;
        this.requests = Crowd.of(trace, Crowd.CLASSES.size());
        this.fleet = GpuOfMeasures.fleet(min, max, GpuOfMeasures.COLD_START, Crowd.CLASSES);
    }

    Report report() {
        SmallestFleet smallest = SmallestFleet.of(fleet, requests);
        Played fixed = new Played("static, " + smallest.replicas(), List.of(smallest.outcome()));
        FleetSettings begun = fleet.beginning(smallest.replicas());
        List<Played> rows = new ArrayList<>();
        Contestants.all(begun).forEach((name, scaler) -> rows.add(play(name, begun, scaler.get())));
        rows.add(fixed);
        Played knowing = new Played("clairvoyant", List.of(Foresight.best(begun, requests, smallest.outcome())));
        rows.add(knowing);
        return new Report(
                "autoscale",
                Map.of("trace", trace.name(), "requests", Integer.toString(requests.size())),
                List.of(),
                metrics(rows.getFirst(), fixed, knowing),
                rows.stream().map(Played::row).toList());
    }

    private Map<String, Double> metrics(Played ours, Played fixed, Played knowing) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("goodput_per_gpu_vs_clairvoyant", ours.goodputPerReplicaHour() / knowing.goodputPerReplicaHour());
        metrics.put("goodput_vs_static", ours.goodput() / fixed.goodput());
        metrics.put("slo_attained_60s", ours.mean(one -> one.sloAttained(1)));
        metrics.put("slo_attained_3s", ours.mean(one -> one.sloAttained(0)));
        metrics.put("replica_hours_vs_static", ours.replicaSeconds() / fixed.replicaSeconds());
        return metrics;
    }

    private Played play(String name, FleetSettings settings, FleetScaler scaler) {
        return new Played(name, List.of(FleetRun.play(settings, requests, scaler)));
    }
}
