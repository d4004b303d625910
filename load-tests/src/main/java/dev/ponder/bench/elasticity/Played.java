package dev.ponder.bench.elasticity;

import dev.ponder.bench.report.Row;
import dev.ponder.fleet.run.FleetOutcome;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What came of one scaler over several seeds: each figure is the mean of the seeds'.
 *
 * @param name of the row
 * @param outcomes one a seed
 */
record Played(String name, List<FleetOutcome> outcomes) {

    Played {
        outcomes = List.copyOf(outcomes);
    }

    double mean(ToDoubleFunction<FleetOutcome> figure) {
        return outcomes.stream().mapToDouble(figure).average().orElseThrow();
    }

    double attained() {
        return mean(FleetOutcome::sloAttained);
    }

    double replicaSeconds() {
        return mean(one -> one.bill().paid());
    }

    double goodput() {
        return mean(one -> (double) one.attained());
    }

    double goodputPerReplicaHour() {
        return mean(FleetOutcome::goodputPerReplicaHour);
    }

    Row row() {
        Row row = Row.named(name)
                .with("slo_attained", attained())
                .with(
                        "worst_seed",
                        outcomes.stream()
                                .mapToDouble(FleetOutcome::sloAttained)
                                .min()
                                .orElseThrow())
                .with("average_replicas", mean(FleetOutcome::averageReplicas))
                .with("replica_hours", replicaSeconds() / 3600);
        return IdleCause.addTo(row, cause -> mean(one -> cause.share(one.bill())))
                .with("changes", mean(one -> one.steps().size()));
    }
}
