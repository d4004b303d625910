package dev.ponder.triton.client.pool;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.generation.Generation;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationEngine;
import dev.ponder.triton.client.generation.GenerationListener;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.generation.Shard;
import dev.ponder.triton.client.generation.TokenUsage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Alike shards, and which of them takes the next generation. Thread-safe. */
public final class ShardPool implements GenerationEngine, AutoCloseable {

    /** Replaced as a whole, by {@link #renew}. */
    private volatile List<PooledShard> shards;
    /** No more in the pool, with generations that they have begun. Guarded by this. */
    private final List<PooledShard> leaving = new ArrayList<>();

    private final HealthRule rule;
    private final LoadEstimate estimate;
    private final ShardChoice choice;
    private final Ticker ticker;
    private final AtomicInteger turn = new AtomicInteger();

    /** Takes the shards over: they are closed with the pool. */
    public ShardPool(List<? extends Shard> shards, HealthRule rule, Ticker ticker) {
        this(shards, rule, LoadEstimate.standard(), new LeastDelay(ShardPace.standard()), ticker);
    }

    /** Takes the shards over, with another idea of how much work a request is and who should do it. */
    public ShardPool(
            List<? extends Shard> shards, HealthRule rule, LoadEstimate estimate, ShardChoice choice, Ticker ticker) {
        this.shards = shards.stream().map(PooledShard::new).toList();
        this.rule = rule;
        this.estimate = estimate;
        this.choice = choice;
        this.ticker = ticker;
    }

    /** Starts on the shard of {@link #choose}; without one the generation fails as {@link FailureKind#NO_SHARD}. */
    @Override
    public Generation start(GenerationRequest request, GenerationListener listener) {
        return choose(request, Set.of())
                .map(lease -> lease.start(request, listener))
                .orElseGet(() -> refuse(request, listener));
    }

    private static Generation refuse(GenerationRequest request, GenerationListener listener) {
        listener.onEnd(new GenerationEnd.Failed(FailureKind.NO_SHARD, "no shard may be asked now", TokenUsage.NONE));
        return new RefusedGeneration(request.id());
    }

    /**
     * Chooses a shard and promises it the request. Never one that is leaving, and one that is not
     * healthy only where no healthy one is left.
     *
     * @param without names of shards that were tried already
     * @return the shard, or nothing where none may be chosen
     */
    public Optional<Lease> choose(GenerationRequest request, Set<String> without) {
        List<PooledShard> left = shards.stream()
                .filter(one -> !without.contains(one.shard().name()))
                .toList();
        List<Long> blocks = PromptBlocks.of(request.prompt());
        OptionalInt index = choice.choose(
                left.stream().map(one -> one.load(blocks)).toList(),
                PromptBlocks.tokens(request.prompt()),
                request.tokensLeft(),
                turn.getAndIncrement());
        return index.isEmpty() ? Optional.empty() : Optional.of(lease(left.get(index.orElseThrow()), request, blocks));
    }

    private Lease lease(PooledShard chosen, GenerationRequest request, List<Long> blocks) {
        int prompt = chosen.begins(blocks, PromptBlocks.tokens(request.prompt()));
        return new Lease(chosen, estimate.tokens(request), prompt, end -> {
            long nowNanos = ticker.nanos();
            chosen.health(before -> rule.afterGeneration(before, end, nowNanos));
        });
    }

    /**
     * Makes the pool one of these shards. Who is there already stays with all that is known of it; who is not named any more is
     * chosen no more and closed at a later call, when what it has begun has ended.
     *
     * @param open makes a shard of a name that is new
     */
    public synchronized void renew(Collection<String> names, Function<String, ? extends Shard> open) {
        // Idle since the last call at least, so that nobody is about to begin.
        leaving.removeIf(ShardPool::closed);
        Map<String, PooledShard> known = new LinkedHashMap<>();
        shards.forEach(one -> known.put(one.shard().name(), one));
        shards = names.stream()
                .distinct()
                .map(name -> known.containsKey(name) ? known.get(name) : new PooledShard(open.apply(name)))
                .toList();
        known.values().stream().filter(one -> !shards.contains(one)).forEach(leaving::add);
    }

    private static boolean closed(PooledShard gone) {
        boolean idle = gone.isIdle();
        if (idle) {
            gone.shard().close();
        }
        return idle;
    }

    /** How many shards are healthy. */
    public int healthy() {
        return (int) shards.stream()
                .filter(one -> one.health() instanceof ShardHealth.Healthy)
                .count();
    }

    /** What is known of each shard now, in the order given. */
    public List<ShardView> views() {
        return shards.stream()
                .map(one -> new ShardView(one.shard().name(), one.health(), one.outstandingTokens()))
                .toList();
    }

    List<PooledShard> shards() {
        return shards;
    }

    @Override
    public synchronized void close() {
        shards.forEach(one -> one.shard().close());
        leaving.forEach(one -> one.shard().close());
    }
}
