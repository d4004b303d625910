package dev.ponder.triton.client.pool;

import dev.ponder.triton.client.shard.TritonShard;
import java.util.concurrent.atomic.AtomicLong;

/** A shard with what the pool knows of it. Any thread. */
final class PooledShard {

    private final TritonShard shard;
    private final AtomicLong outstandingTokens = new AtomicLong();
    private volatile ShardHealth health = new ShardHealth.Joining();

    PooledShard(TritonShard shard) {
        this.shard = shard;
    }

    TritonShard shard() {
        return shard;
    }

    ShardHealth health() {
        return health;
    }

    void healthIs(ShardHealth now) {
        health = now;
    }

    boolean isHealthy() {
        return health instanceof ShardHealth.Healthy;
    }

    long outstandingTokens() {
        return outstandingTokens.get();
    }

    void promise(long tokens) {
        outstandingTokens.addAndGet(tokens);
    }
}
