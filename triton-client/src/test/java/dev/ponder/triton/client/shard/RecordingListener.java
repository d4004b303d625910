package dev.ponder.triton.client.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationListener;
import dev.ponder.triton.client.generation.TextDelta;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what it hears, and that the end came once and last. */
final class RecordingListener implements GenerationListener {

    final List<TextDelta> deltas = new CopyOnWriteArrayList<>();
    final AtomicInteger ends = new AtomicInteger();
    final AtomicInteger afterEnd = new AtomicInteger();
    private final CompletableFuture<GenerationEnd> end = new CompletableFuture<>();
    private final CompletableFuture<TextDelta> first = new CompletableFuture<>();

    @Override
    public void onDelta(TextDelta delta) {
        afterEnd.addAndGet(ends.get());
        deltas.add(delta);
        first.complete(delta);
    }

    @Override
    public void onEnd(GenerationEnd ended) {
        ends.incrementAndGet();
        end.complete(ended);
    }

    /** Waits for the end. */
    GenerationEnd end() throws Exception {
        GenerationEnd ended = end.get(20, TimeUnit.SECONDS);
        assertThat(ends).hasValue(1);
        assertThat(afterEnd).hasValue(0);
        return ended;
    }

    void awaitDelta() throws Exception {
        assertThat(first.get(20, TimeUnit.SECONDS)).isNotNull();
    }

    List<String> texts() {
        return deltas.stream().map(TextDelta::text).toList();
    }

    String text() {
        return String.join("", texts());
    }
}
