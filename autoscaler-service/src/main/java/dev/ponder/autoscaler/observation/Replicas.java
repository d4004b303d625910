package dev.ponder.autoscaler.observation;

import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.ReplicaState;
import java.util.List;
import java.util.Map;

/** The replicas with what they hold. One that does not say counts as full as the fullest, so that it does not look idle. Pure. */
final class Replicas {

    private Replicas() {}

    static Reading<List<ReplicaState>> of(PoolSnapshot now) {
        Map<String, Reading<Double>> outstanding = Outstanding.of(now);
        double most = outstanding.values().stream()
                .flatMap(one -> one.known().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return now.replicas()
                .map(all -> all.stream()
                        .map(one -> new ReplicaState(
                                one.name(),
                                one.phase(),
                                one.createdAt(),
                                one.phase() == ReplicaState.Phase.STARTING
                                        ? 0
                                        : outstanding
                                                .getOrDefault(one.name(), Reading.of(most))
                                                .known()
                                                .orElse(most)))
                        .toList());
    }
}
