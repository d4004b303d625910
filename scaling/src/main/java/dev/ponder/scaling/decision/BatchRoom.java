package dev.ponder.scaling.decision;

import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.ReplicaState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The time that replicas have for batch work: from when each is warm, those that are there first, less the replicas that other work keeps
 * busy. Pure.
 *
 * @param warm when those that are there take work, rising
 * @param next when one takes work that is asked for now
 * @param busy how many other work keeps busy, those that are warm first
 */
record BatchRoom(List<Instant> warm, Instant next, double busy) {

    BatchRoom {
        warm = List.copyOf(warm);
    }

    /** The room that there is beside so much other work. */
    static BatchRoom of(Situation situation, double busy) {
        PoolObservation seen = situation.seen();
        List<Instant> warm = new ArrayList<>();
        for (ReplicaState one : seen.replicas().known().orElse(List.of())) {
            switch (one.phase()) {
                case READY -> warm.add(seen.at());
                case STARTING -> warm.add(later(one.createdAt().plus(situation.coldStart()), seen.at()));
                case DRAINING -> {}
            }
        }
        warm.sort(Comparator.naturalOrder());
        return new BatchRoom(warm, seen.at().plus(situation.coldStart()), busy);
    }

    /** How many are there, warm or not. */
    int there() {
        return warm.size();
    }

    /** Seconds that so many replicas have, each from when it is warm until a time before the deadline. */
    double seconds(Instant deadline, double before, int replicas) {
        double sum = 0;
        for (int i = (int) busy; i < replicas; i++) {
            Instant from = i < warm.size() ? warm.get(i) : next;
            double free = Math.min(1, i + 1 - busy);
            sum += free * Math.max(0, Duration.between(from, deadline).toNanos() / 1e9 - before);
        }
        return sum;
    }

    /** How many replicas so many pieces fill, a slot each, beside the other work. */
    int filledBy(double pieces, int slots) {
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(busy + pieces / slots));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
