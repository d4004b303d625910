package dev.ponder.triton.client.pool;

import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.generation.FinishReason;
import dev.ponder.triton.client.generation.Generation;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationListener;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.generation.Shard;
import dev.ponder.triton.client.generation.TextDelta;
import dev.ponder.triton.client.generation.TokenUsage;
import java.util.ArrayDeque;
import java.util.Deque;

/** A shard whose generations are moved by hand, the oldest first. */
class HandShard implements Shard {

    private final String name;
    private final Deque<GenerationListener> running = new ArrayDeque<>();

    private boolean closed;

    HandShard(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Generation start(GenerationRequest request, GenerationListener listener) {
        running.add(listener);
        return new RefusedGeneration(request.id());
    }

    int running() {
        return running.size();
    }

    void delta(int tokens) {
        running.element().onDelta(new TextDelta("x", tokens, 0));
    }

    void complete() {
        running.remove().onEnd(new GenerationEnd.Completed(FinishReason.STOP, new TokenUsage(1, 1)));
    }

    void fail(FailureKind kind) {
        running.remove().onEnd(new GenerationEnd.Failed(kind, "it failed", TokenUsage.NONE));
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
