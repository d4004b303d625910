package dev.ponder.autoscaler.spending;

import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.ClassLoad;
import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.ReplicaState;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How many replicas are paid at a moment, and how many of them for nothing, by the laws of the fleet's bill. Pure.
 *
 * @param paid that cost money
 * @param idle of these, in replicas, by cause; with what is used, all that is paid
 */
public record Use(double paid, Map<IdleCause, Double> idle) {

    public Use {
        idle = Map.copyOf(idle);
    }

    /**
     * Reckons from an observation; nothing where the replicas are not known.
     *
     * @param model what a replica can do
     */
    public static Optional<Use> of(PoolObservation seen, ReplicaModel model) {
        return seen.replicas().known().map(replicas -> of(replicas, seen, model));
    }

    private static Use of(List<ReplicaState> replicas, PoolObservation seen, ReplicaModel model) {
        double ready = count(replicas, Phase.READY);
        double busy = Math.min(ready, seen.running().requests() / model.slots());
        double spare = Math.min(ready - busy, Math.max(0, ready - needed(seen, model)));
        Map<IdleCause, Double> idle = new EnumMap<>(IdleCause.class);
        idle.put(IdleCause.COLD_START, count(replicas, Phase.STARTING));
        idle.put(IdleCause.DRAIN, emptyOnes(replicas));
        idle.put(IdleCause.HOLD_DOWN, spare);
        idle.put(IdleCause.HEADROOM, ready - busy - spare);
        return new Use(replicas.size(), idle);
    }

    /** As many as would hold all that is there or waits, each token in time, and read all that waits within a first token's time. */
    private static double needed(PoolObservation seen, ReplicaModel model) {
        double batch = model.batchWithin(strictest(seen, Objective::perTokenSeconds));
        double sequences = seen.running().requests() + seen.waiting().requests();
        double prompts = model.prefillTokensPerSecond() * strictest(seen, Objective::firstTokenSeconds);
        return Math.ceil(Math.max(sequences / batch, seen.waiting().inputTokens() / prompts));
    }

    private static double strictest(PoolObservation seen, ToDoubleFunction<Objective> limit) {
        return seen.classes().stream()
                .map(ClassLoad::objective)
                .mapToDouble(limit)
                .min()
                .orElse(1);
    }

    private static double count(List<ReplicaState> replicas, Phase phase) {
        return replicas.stream().filter(one -> one.phase() == phase).count();
    }

    private static double emptyOnes(List<ReplicaState> replicas) {
        return replicas.stream()
                .filter(one -> one.phase() == Phase.DRAINING && one.outstandingTokens() == 0)
                .count();
    }
}
