package dev.ponder.scaling.decision;

import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.forecast.Outlook;
import dev.ponder.scaling.observation.PoolObservation;
import java.time.Duration;
import java.util.Optional;

/**
 * What a policy decides from.
 *
 * @param seen what is known of the pool now
 * @param model what a replica can do, as learned so far
 * @param coldStart how long a replica takes from being asked for to its first token
 * @param outlook what is asked and will be
 * @param late the class whose first tokens come too late again and again while its work waits
 */
public record Situation(
        PoolObservation seen, ReplicaModel model, Duration coldStart, Outlook outlook, Optional<String> late) {

    public Situation {
        requireNonNull(seen, "seen is null");
        requireNonNull(model, "model is null");
        requireNonNull(coldStart, "coldStart is null");
        requireNonNull(outlook, "outlook is null");
        requireNonNull(late, "late is null");
    }
}
