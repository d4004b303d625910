package dev.ponder.scaling.decision;

import dev.ponder.scaling.observation.ClassLoad;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import java.util.Optional;

/**
 * One replica more than take work where first tokens come too late and work waits, whatever the model of a replica says: it may be
 * wrong. Says nothing while one starts, which may be enough.
 */
public final class SloFeedback implements ScalingPolicy {

    @Override
    public String name() {
        return "slo-feedback";
    }

    @Override
    public Proposal propose(Situation situation) {
        PoolObservation seen = situation.seen();
        Optional<ClassLoad> late =
                seen.classes().stream().filter(SloFeedback::isLate).findFirst();
        if (late.isEmpty()) {
            return new Proposal.Silent("no class waits for late first tokens");
        }
        if (seen.count(Phase.STARTING).orElse(1) > 0) {
            return new Proposal.Silent("first tokens are late, and replicas start");
        }
        return new Proposal.AtLeast(
                seen.count(Phase.READY).orElse(0) + 1.0,
                "first tokens of %s are late"
                        .formatted(late.orElseThrow().objective().name()));
    }

    private static boolean isLate(ClassLoad one) {
        boolean waits = one.layers().waiting().requests() > 0;
        return waits
                && one.firstTokenP90().known().orElse(0.0) > one.objective().firstTokenSeconds();
    }
}
