package dev.ponder.triton.client.pool;

import dev.ponder.triton.client.generation.Shard;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A shard with what the pool knows of it. Any thread. */
final class PooledShard {

    private static final System.Logger LOGGER = System.getLogger(PooledShard.class.getName());

    private final Shard shard;
    private final AtomicLong outstandingTokens = new AtomicLong();
    private final AtomicReference<ShardHealth> health = new AtomicReference<>(new ShardHealth.Joining());
    private final AtomicBoolean probed = new AtomicBoolean();

    PooledShard(Shard shard) {
        this.shard = shard;
    }

    Shard shard() {
        return shard;
    }

    ShardHealth health() {
        return health.get();
    }

    /** Changes the health, and says so where it is another state. */
    void health(UnaryOperator<ShardHealth> change) {
        ShardHealth before = health.getAndUpdate(change);
        ShardHealth after = change.apply(before);
        if (before.getClass() != after.getClass()) {
            LOGGER.log(
                    System.Logger.Level.INFO,
                    "shard {0} was {1}, is {2}",
                    shard.name(),
                    before.getClass().getSimpleName(),
                    after.getClass().getSimpleName());
        }
    }

    LeastOutstanding.Candidate candidate() {
        return new LeastOutstanding.Candidate(LeastOutstanding.Standing.of(health.get()), outstandingTokens.get());
    }

    long outstandingTokens() {
        return outstandingTokens.get();
    }

    void promise(long tokens) {
        outstandingTokens.addAndGet(tokens);
    }

    /** Takes the right to probe, where no probe is in progress. */
    boolean beginProbe() {
        return probed.compareAndSet(false, true);
    }

    void endProbe() {
        probed.set(false);
    }
}
