package dev.ponder.contracts.plan;

import static java.util.Objects.requireNonNull;

/**
 * How a request will be worked on.
 *
 * @param path the compute path
 * @param pool which shards
 * @param slo which class, and so which work topic
 * @param promisedTokens the most tokens, prompt and completion together, that the request may hold at once
 */
public record Plan(ComputePath path, PoolId pool, SloClass slo, int promisedTokens) {

    public Plan {
        requireNonNull(path, "path is null");
        requireNonNull(pool, "pool is null");
        requireNonNull(slo, "slo is null");
        if (promisedTokens < 1) {
            throw new IllegalArgumentException("promisedTokens is below 1: " + promisedTokens);
        }
    }
}
