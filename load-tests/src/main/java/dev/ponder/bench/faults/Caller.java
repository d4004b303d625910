package dev.ponder.bench.faults;

import dev.ponder.triton.client.generation.Generation;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationListener;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.generation.TextDelta;
import dev.ponder.triton.client.pool.Lease;
import dev.ponder.triton.client.pool.ShardPool;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the pool, and asks another shard where one failed by its own fault, while the deadline lasts. Any thread. */
final class Caller {

    /** How long a request may take. */
    static final Duration DEADLINE = Duration.ofSeconds(4);

    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int TOKENS = 30;
    private static final int MAX_TOKENS = 60;

    private final ShardPool pool;

    Caller(ShardPool pool) {
        this.pool = pool;
    }

    Asked ask(String id) throws InterruptedException {
        long untilNanos = System.nanoTime() + DEADLINE.toNanos();
        Set<String> tried = new HashSet<>();
        while (true) {
            Duration left = Duration.ofNanos(untilNanos - System.nanoTime());
            GenerationRequest request = request(id + "-" + tried.size(), left);
            Optional<Lease> lease = left.isPositive() ? pool.choose(request, tried) : Optional.empty();
            if (lease.isEmpty()) {
                return new Asked(false, false, tried.size(), System.nanoTime());
            }
            tried.add(lease.orElseThrow().shard().name());
            End end = new End();
            Generation _ = lease.orElseThrow().start(request, end);
            Optional<GenerationEnd> ended = end.await(left.plus(GRACE));
            if (ended.isEmpty()) {
                return new Asked(false, true, tried.size(), System.nanoTime());
            }
            if (!mayTryElsewhere(ended.orElseThrow())) {
                boolean completed = ended.orElseThrow() instanceof GenerationEnd.Completed;
                return new Asked(completed, false, tried.size(), System.nanoTime());
            }
        }
    }

    private static GenerationRequest request(String id, Duration left) {
        Duration deadline = left.isPositive() ? left : Duration.ofMillis(1);
        return GenerationRequest.greedy(id, "tokens=" + TOKENS, MAX_TOKENS, deadline);
    }

    private static boolean mayTryElsewhere(GenerationEnd end) {
        return end instanceof GenerationEnd.Failed failed && failed.kind().mayTryElsewhere();
    }

    private static final class End implements GenerationListener {
        private final CompletableFuture<GenerationEnd> end = new CompletableFuture<>();

        @Override
        public void onDelta(TextDelta delta) {}

        @Override
        public void onEnd(GenerationEnd ended) {
            end.complete(ended);
        }

        private Optional<GenerationEnd> await(Duration patience) throws InterruptedException {
            try {
                return Optional.of(end.get(patience.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException never) {
                return Optional.empty();
            } catch (ExecutionException impossible) {
                throw new IllegalStateException("the end is never completed with an exception", impossible);
            }
        }
    }
}
