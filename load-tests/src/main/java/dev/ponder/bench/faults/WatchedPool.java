package dev.ponder.bench.faults;

import dev.ponder.bench.server.Target;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.pool.HealthRule;
import dev.ponder.triton.client.pool.ProbeLoop;
import dev.ponder.triton.client.pool.ShardPool;
import dev.ponder.triton.client.shard.ShardAddress;
import dev.ponder.triton.client.shard.ShardSettings;
import dev.ponder.triton.client.shard.TritonShard;
import dev.ponder.triton.client.token.ApproximateTokens;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Our pool over some shards with its probes, both in their default settings. */
final class WatchedPool implements AutoCloseable {

    private static final Duration JOIN_LIMIT = Duration.ofSeconds(30);

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final int shards;
    private final ShardPool pool;
    private final ProbeLoop probes;

    WatchedPool(List<Target> targets, long seed) {
        HealthRule rule = HealthRule.standard();
        shards = targets.size();
        pool = new ShardPool(targets.stream().map(WatchedPool::client).toList(), rule, Ticker.system());
        probes = new ProbeLoop(pool, rule, Ticker.system(), new SplittableRandom(seed), scheduler);
    }

    private static TritonShard client(Target target) {
        return new TritonShard(
                new ShardAddress(Target.HOST, target.grpcPort()),
                ShardSettings.of("tensorrt_llm"),
                new ApproximateTokens(),
                Ticker.system());
    }

    ShardPool pool() {
        return pool;
    }

    /** Waits until all shards are trusted; says how long it took, in seconds, or gives NaN where they never were. */
    double awaitHealthy() throws InterruptedException {
        long beganNanos = System.nanoTime();
        boolean all = Target.holds(() -> pool.healthy() == shards, JOIN_LIMIT);
        return all ? (System.nanoTime() - beganNanos) / 1e9 : Double.NaN;
    }

    @Override
    public void close() {
        probes.close();
        scheduler.shutdownNow();
        pool.close();
    }
}
