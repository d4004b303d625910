package dev.ponder.reasoner.intake;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.outcome.Held;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.progress.Progress;
import dev.ponder.reasoner.emission.Emission;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Notes what leaves, in order; fails while it is told to. */
final class RecordedEmission implements Emission {

    final List<Object> sent = new CopyOnWriteArrayList<>();
    final AtomicInteger refused = new AtomicInteger();
    /** Whose renewals never arrive. */
    final Set<RequestId> stuck = ConcurrentHashMap.newKeySet();

    volatile boolean failing;
    volatile boolean signed;

    <T> List<T> sent(Class<T> kind) {
        return sent.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public void chunk(Chunk chunk, Span span) {
        note(chunk);
    }

    @Override
    public void conclude(Outcome outcome, boolean progressLeft, Span span) {
        note(outcome);
        signed = progressLeft;
    }

    @Override
    public CompletionStage<Void> keep(Progress progress) {
        note(progress);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void hold(Held held) {
        note(held);
    }

    @Override
    public CompletionStage<Void> renew(Held held) {
        note(held);
        return stuck.contains(held.id()) ? new CompletableFuture<>() : CompletableFuture.completedFuture(null);
    }

    @Override
    public void putAside(DeadLetter letter, byte[] value) {
        note(letter);
    }

    private void note(Object one) {
        if (failing) {
            refused.incrementAndGet();
            throw new IllegalStateException("failing on purpose");
        }
        sent.add(one);
    }
}
