package dev.ponder.fleet.scaler;

import dev.ponder.scaling.capacity.CapacityLearner;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.ClassLoad;
import dev.ponder.scaling.observation.PaceSample;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import dev.ponder.scaling.observation.Work;
import java.util.List;

/**
 * The load loop of NVIDIA Dynamo's planner (docs/design-docs/planner-design.md): every 5 s it estimates from engine load what TTFT and
 * TPOT will be; one up where all engines are above the objective, one down where all would stay below 80 % of it on one engine fewer,
 * nothing while replicas start. With late binding what waits is shared among engines. One thread.
 */
public final class DynamoLoadLoop implements FleetScaler {

    private static final double SENSITIVITY = 0.8;

    private final CapacityLearner learner;
    private int wanted;

    /** Starts with what there is, and a guess of what a replica can do. */
    public DynamoLoadLoop(int replicas, ReplicaModel assumed) {
        this.wanted = replicas;
        this.learner = new CapacityLearner(assumed);
    }

    @Override
    public int desired(PoolObservation seen) {
        List<PaceSample> paces = seen.paces().known().orElse(List.of());
        learner.learn(paces);
        int ready = seen.count(Phase.READY).orElse(wanted);
        if (seen.count(Phase.STARTING).orElse(0) > 0 || ready == 0) {
            return wanted;
        }
        ReplicaModel model = learner.model();
        if (isAbove(seen, model, ready, 1)) {
            wanted = ready + 1;
        } else if (ready > 1 && !isAbove(seen, model, ready - 1, SENSITIVITY)) {
            wanted = ready - 1;
        }
        return wanted;
    }

    /** Whether an objective would be missed on so many engines. */
    private static boolean isAbove(PoolObservation seen, ReplicaModel model, int engines, double share) {
        Work waiting = seen.waiting();
        double batch = (waiting.requests() + seen.running().requests()) / engines;
        double perToken = model.secondsPerToken(Math.min(batch, model.slots()));
        double waits =
                batch <= model.slots() ? 0 : (batch - model.slots()) / model.slots() * meanOutput(seen) * perToken;
        double firstToken = waits + waiting.inputTokens() / engines / model.prefillTokensPerSecond();
        return seen.classes().stream()
                .map(ClassLoad::objective)
                .anyMatch(one ->
                        firstToken > share * one.firstTokenSeconds() || perToken > share * one.perTokenSeconds());
    }

    private static double meanOutput(PoolObservation seen) {
        Work all = seen.waiting().plus(seen.running());
        return all.requests() == 0 ? 0 : all.outputTokens() / all.requests();
    }
}
