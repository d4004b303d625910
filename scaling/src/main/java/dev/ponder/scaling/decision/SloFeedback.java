package dev.ponder.scaling.decision;

import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.ReplicaState.Phase;

/**
 * One replica more than take work where first tokens come too late again and again and work waits, whatever the model of a replica says: it may be
 * wrong. Says nothing while one starts, which may be enough.
 */
public record SloFeedback() implements ScalingPolicy {

    /** What it is called. */
    public static final String NAME = "slo-feedback";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Proposal propose(Situation situation) {
        PoolObservation seen = situation.seen();
        if (situation.late().isEmpty()) {
            return new Proposal.Silent("no class waits for late first tokens again and again");
        }
        if (seen.count(Phase.STARTING).orElse(1) > 0) {
            return new Proposal.Silent("first tokens are late, and replicas start");
        }
        return new Proposal.AtLeast(
                seen.count(Phase.READY).orElse(0) + 1.0,
                "first tokens of %s are late".formatted(situation.late().orElseThrow()));
    }
}
