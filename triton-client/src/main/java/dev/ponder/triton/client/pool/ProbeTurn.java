package dev.ponder.triton.client.pool;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationListener;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.generation.TextDelta;
import java.time.Duration;

/**
 * One look at all shards: those that are due generate one token, at most one probe each at a time. Never blocks; the probes answer
 * later, on the engines' threads.
 */
final class ProbeTurn {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String PROMPT = "1+1=";

    private final ShardPool pool;
    private final HealthRule rule;
    private final Ticker ticker;
    private final String idPrefix;
    private long probes;

    /**
     * Looks at a pool.
     *
     * @param idPrefix makes the probes' ids unlike those of other processes
     */
    ProbeTurn(ShardPool pool, HealthRule rule, Ticker ticker, String idPrefix) {
        this.pool = pool;
        this.rule = rule;
        this.ticker = ticker;
        this.idPrefix = idPrefix;
    }

    void run() {
        for (PooledShard shard : pool.shards()) {
            if (rule.isProbeDue(shard.health(), ticker.nanos()) && shard.beginProbe()) {
                probe(shard);
            }
        }
    }

    private void probe(PooledShard shard) {
        probes++;
        shard.shard().start(GenerationRequest.greedy(idPrefix + probes, PROMPT, 1, DEADLINE), new Outcome(shard));
    }

    private final class Outcome implements GenerationListener {
        private final PooledShard shard;

        private Outcome(PooledShard shard) {
            this.shard = shard;
        }

        @Override
        public void onDelta(TextDelta delta) {}

        @Override
        public void onEnd(GenerationEnd end) {
            long nowNanos = ticker.nanos();
            shard.health(before -> rule.afterProbe(before, end, nowNanos));
            shard.endProbe();
        }
    }
}
