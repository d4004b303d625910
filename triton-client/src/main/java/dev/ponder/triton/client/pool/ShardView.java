package dev.ponder.triton.client.pool;

import static java.util.Objects.requireNonNull;

/**
 * What is known of a shard at a moment, for meters and decisions outside.
 *
 * @param name where it is
 * @param outstandingTokens promised there and not yet done
 */
public record ShardView(String name, ShardHealth health, long outstandingTokens) {

    public ShardView {
        requireNonNull(name, "name is null");
        requireNonNull(health, "health is null");
    }
}
