package dev.ponder.triton.client.pool;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.shard.TritonShard;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Alike shards, and which of them takes the next generation. Thread-safe. */
public final class ShardPool implements AutoCloseable {

    private final List<PooledShard> shards;
    private final HealthRule rule;
    private final Ticker ticker;
    private final AtomicInteger turn = new AtomicInteger();

    /** Takes the shards over: they are closed with the pool. */
    public ShardPool(List<TritonShard> shards, HealthRule rule, Ticker ticker) {
        this.shards = shards.stream().map(PooledShard::new).toList();
        this.rule = rule;
        this.ticker = ticker;
    }

    /**
     * Chooses the healthy shard with the fewest outstanding tokens and promises it more.
     *
     * @param tokens the most that the generation may hold
     * @param without shards that were tried already, by address
     * @return the shard, or nothing where none is healthy
     */
    public Optional<Chosen> choose(long tokens, Set<String> without) {
        List<LeastOutstanding.Candidate> candidates = shards.stream()
                .map(one -> new LeastOutstanding.Candidate(
                        one.isHealthy()
                                && !without.contains(one.shard().address().toString()),
                        one.outstandingTokens()))
                .toList();
        OptionalInt index = LeastOutstanding.choose(candidates, turn.getAndIncrement());
        return index.isEmpty() ? Optional.empty() : Optional.of(new Chosen(shards.get(index.orElseThrow()), tokens));
    }

    /** How many shards are healthy. */
    public int healthy() {
        return (int) shards.stream().filter(PooledShard::isHealthy).count();
    }

    List<PooledShard> shards() {
        return shards;
    }

    /** Learns from how a generation ended. A deadline may be the shard's fault: a wedged one is found out by the probe. */
    void learn(PooledShard shard, GenerationEnd end) {
        switch (end) {
            case GenerationEnd.Completed _ -> shard.healthIs(rule.afterSuccess());
            case GenerationEnd.Cancelled _ -> {}
            case GenerationEnd.Failed failed -> {
                boolean itsFault = failed.kind().mayTryElsewhere() || failed.kind() == FailureKind.DEADLINE;
                if (itsFault) {
                    shard.healthIs(rule.afterFailure(shard.health(), ticker.nanos()));
                }
            }
        }
    }

    /** A shard that was chosen for one generation. */
    public final class Chosen {
        private final PooledShard shard;
        private final long tokens;

        private Chosen(PooledShard shard, long tokens) {
            this.shard = shard;
            this.tokens = tokens;
            shard.promise(tokens);
        }

        /** The shard to call. */
        public TritonShard shard() {
            return shard.shard();
        }

        /** Takes the promise back and learns from the end; call once. */
        public void ended(GenerationEnd end) {
            shard.promise(-tokens);
            learn(shard, end);
        }
    }

    @Override
    public void close() {
        shards.forEach(one -> one.shard().close());
    }
}
