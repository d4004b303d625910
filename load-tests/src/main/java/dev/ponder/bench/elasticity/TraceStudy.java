package dev.ponder.bench.elasticity;

import dev.ponder.bench.report.Report;
import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.run.FleetOutcome;
import dev.ponder.fleet.run.FleetRun;
import dev.ponder.fleet.run.FleetSettings;
import dev.ponder.fleet.scaler.Clairvoyant;
import dev.ponder.fleet.scaler.FleetScaler;
import dev.ponder.fleet.scaler.StaticFleet;
import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.trace.Trace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private static final List<Objective> CLASSES =
            List.of(GpuOfMeasures.within("3s", 3), GpuOfMeasures.within("60s", 60));
    private static final double ENOUGH = 0.99;
    private static final double OF_STATIC = 0.98;
    private static final double LEAST_FACTOR = 0.6;
    private static final double FACTOR_STEP = 0.1;
    private static final int FACTORS = 15;

    private final Trace trace;
    private final List<SimulatedRequest> requests;
    private final FleetSettings fleet;

    TraceStudy(Trace trace, int min, int max) {
        this.trace = trace;
        this.requests = Crowd.of(trace, CLASSES.size());
        this.fleet = GpuOfMeasures.fleet(min, max, GpuOfMeasures.COLD_START, CLASSES);
    }

    Report report() {
        int smallest = smallest();
        Played fixed = play("static, " + smallest, fleet.fixed(smallest), new StaticFleet(smallest));
        FleetSettings begun = fleet.beginning(smallest);
        List<Played> rows = new ArrayList<>();
        Contestants.all(begun).forEach((name, scaler) -> rows.add(play(name, begun, scaler.get())));
        rows.add(fixed);
        Optional<Played> knowing = knowing(begun, fixed);
        knowing.ifPresent(rows::add);
        return new Report(
                "autoscale",
                Map.of("trace", trace.name(), "requests", Integer.toString(requests.size())),
                List.of(),
                metrics(rows.getFirst(), fixed, knowing),
                rows.stream().map(Played::row).toList());
    }

    private Map<String, Double> metrics(Played ours, Played fixed, Optional<Played> knowing) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        knowing.ifPresent(row -> metrics.put(
                "goodput_per_gpu_vs_clairvoyant", ours.goodputPerReplicaHour() / row.goodputPerReplicaHour()));
        metrics.put("goodput_vs_static", ours.goodput() / fixed.goodput());
        metrics.put("slo_attained_60s", ours.mean(one -> one.sloAttained(1)));
        metrics.put("slo_attained_3s", ours.mean(one -> one.sloAttained(0)));
        metrics.put("replica_hours_vs_static", ours.replicaSeconds() / fixed.replicaSeconds());
        return metrics;
    }

    /** The smallest fixed fleet that attains 99 %, or 99 % of what the largest does where a prompt alone takes too long. */
    private int smallest() {
        double goal = ENOUGH * Math.min(1, fixed(fleet.max()).sloAttained());
        int low = Math.max(1, fleet.min());
        int high = fleet.max();
        while (low < high) {
            int middle = (low + high) / 2;
            if (fixed(middle).sloAttained() >= goal) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private FleetOutcome fixed(int replicas) {
        return FleetRun.play(fleet.fixed(replicas), requests, new StaticFleet(replicas));
    }

    /** The best that foresight can do with 98 % of the static fleet's goodput: the factor is sought, for queues are not fluid. */
    private Optional<Played> knowing(FleetSettings begun, Played fixed) {
        Played best = null;
        for (int i = 0; i < FACTORS; i++) {
            double factor = LEAST_FACTOR + i * FACTOR_STEP;
            Played one = play(
                    "clairvoyant", begun, Clairvoyant.of(requests, CLASSES, begun.model(), begun.coldStart(), factor));
            boolean enough = one.goodput() >= OF_STATIC * fixed.goodput();
            if (enough && (best == null || one.goodputPerReplicaHour() > best.goodputPerReplicaHour())) {
                best = one;
            }
        }
        return Optional.ofNullable(best);
    }

    private Played play(String name, FleetSettings settings, FleetScaler scaler) {
        return new Played(name, List.of(FleetRun.play(settings, requests, scaler)));
    }
}
