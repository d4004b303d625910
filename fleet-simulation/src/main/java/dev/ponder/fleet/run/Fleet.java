package dev.ponder.fleet.run;

import dev.ponder.fleet.gpu.SimulatedReplica;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The replicas that cost money, and the bill. The simulation's thread. */
final class Fleet {

    private final ReplicaModel model;
    private final List<SimulatedReplica> replicas = new ArrayList<>();
    private int made;
    private double billedAt;
    private double paidSeconds;
    private double startingSeconds;
    private double drainingSeconds;
    private double idleSeconds;

    Fleet(ReplicaModel model) {
        this.model = model;
    }

    List<SimulatedReplica> all() {
        return replicas;
    }

    SimulatedReplica add(double now) {
        SimulatedReplica replica = new SimulatedReplica("replica-" + made++, now, model);
        replicas.add(replica);
        return replica;
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
                .ifPresentOrElse(replicas::remove, this::drainOne);
    }

    private void drainOne() {
        replicas.stream()
                .filter(in(Phase.READY))
                .min(Comparator.comparingInt(SimulatedReplica::taken))
                .ifPresent(victim -> victim.phase(Phase.DRAINING));
        dropDrained();
    }

    /** Lets go of those that have drained. */
    void dropDrained() {
        replicas.removeIf(in(Phase.DRAINING).and(one -> one.taken() == 0));
    }

    private static Predicate<SimulatedReplica> in(Phase phase) {
        return one -> one.phase() == phase;
    }

    /** Writes the bill up to now. */
    void bill(double now) {
        double seconds = now - billedAt;
        if (seconds > 0) {
            for (SimulatedReplica one : replicas) {
                paidSeconds += seconds;
                switch (one.phase()) {
                    case STARTING -> startingSeconds += seconds;
                    case DRAINING -> drainingSeconds += seconds;
                    case READY -> idleSeconds += seconds * one.free() / model.slots();
                }
            }
            billedAt = now;
        }
    }

    Bill bill() {
        return new Bill(paidSeconds, startingSeconds, drainingSeconds, idleSeconds);
    }
}
