package dev.ponder.autoscaler.observation;

import static java.util.Objects.requireNonNull;

import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import java.util.Map;

/**
 * An observation, and what only the rim needs beside it.
 *
 * @param pool for the law
 * @param outstanding by replica, the tokens that it holds, for the choice of whom a scale-in takes
 * @param kvUse the share of KV blocks in use, the mean of all shards that say
 */
public record Seen(PoolObservation pool, Map<String, Reading<Double>> outstanding, Reading<Double> kvUse) {

    public Seen {
        requireNonNull(pool, "pool is null");
        outstanding = Map.copyOf(outstanding);
        requireNonNull(kvUse, "kvUse is null");
    }
}
