package dev.ponder.triton.client.fault;

import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationListener;
import dev.ponder.triton.client.generation.TextDelta;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Waits for the one end of a generation, and counts what came before and, wrongly, after. */
final class Ending implements GenerationListener {

    private final CompletableFuture<GenerationEnd> end = new CompletableFuture<>();
    private final CompletableFuture<TextDelta> first = new CompletableFuture<>();
    private final AtomicInteger deltas = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();

    @Override
    public void onDelta(TextDelta delta) {
        deltas.incrementAndGet();
        first.complete(delta);
    }

    @Override
    public void onEnd(GenerationEnd ended) {
        ends.incrementAndGet();
        end.complete(ended);
    }

    GenerationEnd await() throws Exception {
        return end.get(20, TimeUnit.SECONDS);
    }

    /** Waits until the shard has begun. */
    void awaitDelta() throws Exception {
        TextDelta _ = first.get(20, TimeUnit.SECONDS);
    }

    int deltas() {
        return deltas.get();
    }

    int ends() {
        return ends.get();
    }
}
