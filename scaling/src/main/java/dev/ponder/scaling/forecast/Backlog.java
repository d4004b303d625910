package dev.ponder.scaling.forecast;

import dev.ponder.scaling.capacity.Flow;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import dev.ponder.scaling.observation.Work;

/**
 * What waits, in replicas that it keeps busy until one that is asked for now is warm. Pure.
 *
 * @param replicas that it takes, spread over that time beside what arrives
 * @param all that both together take
 */
record Backlog(double replicas, double all) {

    static Backlog of(PoolObservation seen, ReplicaModel model, Flow steady, double leadSeconds) {
        Work waiting = seen.waiting();
        double arriving = model.replicasFor(steady, model.slots());
        if (waiting.isNone()) {
            return new Backlog(0, arriving);
        }
        double all = model.replicasFor(steady.plus(Flow.of(waiting, leadSeconds)), model.slots());
        return new Backlog(all - arriving, all);
    }

    /** What it asks for: nothing, where those that are there and will be can work it off by then beside what arrives. */
    double beyond(PoolObservation seen) {
        double able =
                seen.count(Phase.READY).orElse(0) + seen.count(Phase.STARTING).orElse(0) / 2.0;
        return all <= able ? 0 : replicas;
    }
}
