package dev.ponder.triton.client.pool;

import dev.ponder.triton.client.generation.Shard;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A shard with what the pool knows of it. Any thread. */
final class PooledShard {

    private static final System.Logger LOGGER = System.getLogger(PooledShard.class.getName());

    private final Shard shard;
    /** Prompt blocks that a shard of usual size keeps, and that are worth remembering: half a million tokens. */
    private static final int REMEMBERED_BLOCKS = 1000;

    private final AtomicLong outstandingTokens = new AtomicLong();
    private final AtomicLong promptTokens = new AtomicLong();
    private final AtomicInteger sequences = new AtomicInteger();
    /** Guarded by itself. */
    private final PrefixMemory memory = new PrefixMemory(REMEMBERED_BLOCKS);

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

    ShardLoad load(List<Long> blocks) {
        return new ShardLoad(
                ShardLoad.Standing.of(health.get()),
                Math.max(0, outstandingTokens.get()),
                Math.max(0, promptTokens.get()),
                Math.max(0, sequences.get()),
                known(blocks) * PromptBlocks.BLOCK_TOKENS);
    }

    private int known(List<Long> blocks) {
        synchronized (memory) {
            return memory.known(blocks);
        }
    }

    /** Takes a sequence on the books; gives the tokens of its prompt that are to be read there. */
    int begins(List<Long> blocks, int prompt) {
        sequences.incrementAndGet();
        synchronized (memory) {
            int unread = Math.max(1, prompt - memory.known(blocks) * PromptBlocks.BLOCK_TOKENS);
            memory.read(blocks);
            promptTokens.addAndGet(unread);
            return unread;
        }
    }

    /** A sequence's prompt has been read. */
    void hasRead(int prompt) {
        promptTokens.addAndGet(-prompt);
    }

    /** Takes a sequence off the books. */
    void ends() {
        sequences.decrementAndGet();
    }

    /** Whether no sequence is on the books. */
    boolean isIdle() {
        return sequences.get() <= 0;
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
