package dev.ponder.fleet.run;

import dev.ponder.fleet.gpu.SimulatedReplica;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The replicas that cost money; what changes among them is metered. The simulation's thread. */
final class Fleet {

    private final ReplicaModel model;
    private final Meter meter;
    private final List<SimulatedReplica> replicas = new ArrayList<>();
    private int made;

    Fleet(ReplicaModel model, Meter meter) {
        this.model = model;
        this.meter = meter;
    }

    List<SimulatedReplica> all() {
        return replicas;
    }

    SimulatedReplica add(double now) {
        SimulatedReplica replica = new SimulatedReplica("replica-" + made++, now, model);
        replicas.add(replica);
        meter.starts();
        return replica;
    }

    /** Lets a replica take work; whether it was still wanted. */
    boolean warm(SimulatedReplica replica) {
        boolean wanted = replicas.contains(replica);
        if (wanted) {
            replica.phase(Phase.READY);
            meter.warms();
        }
        return wanted;
    }

    int count(Phase phase) {
        int count = 0;
        for (SimulatedReplica one : replicas) {
            if (one.phase() == phase) {
                count++;
            }
        }
        return count;
    }

    /** Replicas that do or will take work. */
    int wanted() {
        return replicas.size() - count(Phase.DRAINING);
    }

    /** Takes back what was asked for last and has not started, else the ready one with the least to do, which drains. */
    void removeOne() {
        replicas.stream()
                .filter(in(Phase.STARTING))
                .max(Comparator.comparingDouble(SimulatedReplica::createdAt))
                .ifPresentOrElse(this::withdraw, this::drainOne);
    }

    private void withdraw(SimulatedReplica starting) {
        replicas.remove(starting);
        meter.leavesEarly();
    }

    private void drainOne() {
        replicas.stream()
                .filter(in(Phase.READY))
                .min(Comparator.comparingInt(SimulatedReplica::taken))
                .ifPresent(this::drain);
        dropDrained();
    }

    private void drain(SimulatedReplica victim) {
        victim.phase(Phase.DRAINING);
        meter.drains(victim);
    }

    /** Lets go of those that have drained. */
    void dropDrained() {
        if (meter.isDraining()) {
            int before = replicas.size();
            replicas.removeIf(in(Phase.DRAINING).and(one -> one.taken() == 0));
            meter.leave(before - replicas.size());
        }
    }

    private static Predicate<SimulatedReplica> in(Phase phase) {
        return one -> one.phase() == phase;
    }
}
