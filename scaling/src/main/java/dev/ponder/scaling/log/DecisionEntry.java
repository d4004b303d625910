package dev.ponder.scaling.log;

import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.observation.PoolObservation;

/**
 * One decision and all that it was made from.
 *
 * @param pool whose replicas it is about
 * @param seen what was known
 * @param decided what was decided on it
 */
public record DecisionEntry(String pool, PoolObservation seen, Decision decided) implements LogEntry {

    public DecisionEntry {
        requireNonNull(pool, "pool is null");
        requireNonNull(seen, "seen is null");
        requireNonNull(decided, "decided is null");
    }
}
