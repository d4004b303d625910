package dev.ponder.fleet.run;

import dev.ponder.fleet.gpu.Sequence;
import dev.ponder.scaling.observation.Objective;
import java.util.List;

/**
 * What came of a run.
 *
 * @param objectives of the classes
 * @param sequences all requests, in the order of arrival
 * @param bill replica-seconds
 * @param seconds until the last request was done
 * @param steps changes of the fleet
 */
public record FleetOutcome(
        List<Objective> objectives, List<Sequence> sequences, Bill bill, double seconds, List<ScalingStep> steps) {

    /** How much batch work ended after its deadline. */
    public long misses() {
        return sequences.stream()
                .filter(one -> one.endedAt() > one.request().deadline())
                .count();
    }

    /** Whether a request met every objective of its class. */
    public boolean attained(Sequence one) {
        Objective objective = objectives.get(one.request().classIndex());
        return one.isEnded()
                && one.firstTokenSeconds() <= objective.firstTokenSeconds()
                && one.secondsPerToken() <= objective.perTokenSeconds();
    }

    /** How many met every objective of their class. */
    public long attained() {
        return sequences.stream().filter(this::attained).count();
    }

    /** The share of all requests that did. */
    public double sloAttained() {
        return (double) attained() / sequences.size();
    }

    /** The share of a class that did. */
    public double sloAttained(int classIndex) {
        List<Sequence> those = sequences.stream()
                .filter(one -> one.request().classIndex() == classIndex)
                .toList();
        return those.isEmpty()
                ? 1
                : (double) those.stream().filter(this::attained).count() / those.size();
    }

    /** Replicas that cost money, on the mean over time. */
    public double averageReplicas() {
        return bill.paid() / seconds;
    }

    /** Requests that met their objectives a replica-hour. */
    public double goodputPerReplicaHour() {
        return attained() * 3600 / bill.paid();
    }
}
