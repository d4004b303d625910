package dev.ponder.scaling.observation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One replica.
 *
 * @param name as the cluster calls it
 * @param phase how far it is
 * @param createdAt when it was asked for
 * @param outstandingTokens promised there and not yet done
 */
public record ReplicaState(String name, Phase phase, Instant createdAt, double outstandingTokens) {

    /** How far a replica is. */
    public enum Phase {
        /** It costs money and does nothing yet. */
        STARTING,
        READY,
        /** It takes nothing new and ends what it has. */
        DRAINING
    }

    public ReplicaState {
        requireNonNull(name, "name is null");
        requireNonNull(phase, "phase is null");
        requireNonNull(createdAt, "createdAt is null");
    }
}
