package dev.ponder.scaling.forecast;

import dev.ponder.scaling.capacity.Flow;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import dev.ponder.scaling.observation.Work;

/** Replicas that what waits will still keep busy when one asked for now is warm. Pure. */
final class Backlog {

    private Backlog() {}

    /**
     * None, where those that are there and will be can work it off by then beside what arrives; else as many as it takes, spread over
     * that time.
     */
    static double load(PoolObservation seen, ReplicaModel model, Flow steady, double leadSeconds) {
        Work waiting = seen.waiting();
        if (waiting.isNone()) {
            return 0;
        }
        double all = model.replicasFor(steady.plus(Flow.of(waiting, leadSeconds)), model.slots());
        double able =
                seen.count(Phase.READY).orElse(0) + seen.count(Phase.STARTING).orElse(0) / 2.0;
        return all <= able ? 0 : all - model.replicasFor(steady, model.slots());
    }
}
