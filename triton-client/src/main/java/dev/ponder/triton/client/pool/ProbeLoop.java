package dev.ponder.triton.client.pool;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationListener;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.generation.TextDelta;
import dev.ponder.triton.client.shard.ShardException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Finds out whether shards work by letting them generate one token: readiness calls stay true on servers that have stopped
 * generating. Runs on the scheduler that it is given; each look is short, probes answer later.
 */
public final class ProbeLoop implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration PROBE_DEADLINE = Duration.ofSeconds(10);
    private static final String PROBE_PROMPT = "1+1=";

    private final ShardPool pool;
    private final HealthRule rule;
    private final Ticker ticker;
    private final ScheduledFuture<?> looking;
    private long probes;

    /** Starts to look at once. */
    public ProbeLoop(ShardPool pool, HealthRule rule, Ticker ticker, ScheduledExecutorService scheduler) {
        this.pool = pool;
        this.rule = rule;
        this.ticker = ticker;
        this.looking = scheduler.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        List<PooledShard> due = pool.shards().stream()
                .filter(one -> HealthRule.isProbeDue(one.health(), ticker.nanos()))
                .toList();
        due.forEach(this::probe);
    }

    private void probe(PooledShard shard) {
        // Due again only when this probe has failed or its own deadline is over.
        long until = ticker.nanos() + PROBE_DEADLINE.toNanos();
        ShardHealth before = shard.health();
        shard.healthIs(new ShardHealth.Suspect(failuresOf(before), until));
        try {
            shard.shard().join();
            probes++;
            GenerationRequest request = new GenerationRequest(
                    "probe-" + ProcessHandle.current().pid() + "-" + probes,
                    PROBE_PROMPT,
                    1,
                    0,
                    1,
                    null,
                    List.of(),
                    PROBE_DEADLINE);
            shard.shard().start(request, new ProbeListener(shard));
        } catch (ShardException unreachable) {
            shard.healthIs(rule.afterFailure(before, ticker.nanos()));
        }
    }

    private static int failuresOf(ShardHealth health) {
        return switch (health) {
            case ShardHealth.Joining _, ShardHealth.Healthy _ -> 0;
            case ShardHealth.Suspect suspect -> suspect.failures();
        };
    }

    @Override
    public void close() {
        looking.cancel(true);
    }

    private final class ProbeListener implements GenerationListener {
        private final PooledShard shard;

        private ProbeListener(PooledShard shard) {
            this.shard = shard;
        }

        @Override
        public void onDelta(TextDelta delta) {}

        @Override
        public void onEnd(GenerationEnd end) {
            pool.learn(shard, end);
        }
    }
}
