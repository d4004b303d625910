package dev.ponder.autoscaler.source;

import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.observation.ReplicaState;
import java.time.Instant;
import java.util.Optional;

/**
 * A replica as the cluster shows it.
 *
 * @param name as the cluster calls it
 * @param phase how far it is
 * @param createdAt when it was asked for
 * @param address where it is reached; empty before it has one
 */
public record SeenReplica(String name, ReplicaState.Phase phase, Instant createdAt, Optional<String> address) {

    public SeenReplica {
        requireNonNull(name, "name is null");
        requireNonNull(phase, "phase is null");
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(address, "address is null");
    }
}
