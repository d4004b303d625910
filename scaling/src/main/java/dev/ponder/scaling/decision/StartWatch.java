package dev.ponder.scaling.decision;

import dev.ponder.scaling.capacity.ColdStarts;
import dev.ponder.scaling.observation.ReplicaState;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sees replicas become ready and learns how long that takes. Those that were ready when it began to look teach nothing. One thread. */
final class StartWatch {

    private final ColdStarts coldStarts;
    private final Set<String> starting = new HashSet<>();

    StartWatch(ColdStarts coldStarts) {
        this.coldStarts = coldStarts;
    }

    void look(List<ReplicaState> replicas, Instant now) {
        Set<String> there = new HashSet<>();
        for (ReplicaState one : replicas) {
            there.add(one.name());
            if (one.phase() == Phase.STARTING) {
                starting.add(one.name());
            } else if (starting.remove(one.name()) && one.phase() == Phase.READY) {
                coldStarts.warmed(Duration.between(one.createdAt(), now));
            }
        }
        starting.retainAll(there);
    }
}
