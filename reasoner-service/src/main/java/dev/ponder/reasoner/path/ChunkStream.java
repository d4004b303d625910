package dev.ponder.reasoner.path;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.work.Task;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes chunks of deltas: the first at once, because somebody waits for it, later ones gathered, because each costs a record. The
 * tries of one delivery go on counting, so a reader needs nothing but attempt, delivery, chain and seq. Written by one thread at a time.
 */
final class ChunkStream {

    private static final long GATHER_NANOS = Duration.ofMillis(50).toNanos();
    private static final int MOST_TOKENS = 32;

    private final Task task;
    private final int delivery;
    private final int chain;
    private final Consumer<Chunk> sink;
    private final StringBuilder held = new StringBuilder();
    private boolean heldIsThought;
    private int heldTokens;
    private long lastSentNanos;
    private int seq;

    ChunkStream(Task task, int delivery, int chain, Consumer<Chunk> sink) {
        this.task = task;
        this.delivery = delivery;
        this.chain = chain;
        this.sink = sink;
    }

    int chain() {
        return chain;
    }

    void add(boolean isThought, String text, int tokens, long nowNanos) {
        if (!task.stream()) {
            return;
        }
        if (isThought != heldIsThought) {
            flush(nowNanos);
            heldIsThought = isThought;
        }
        held.append(text);
        heldTokens += tokens;
        boolean due = seq == 0 || heldTokens >= MOST_TOKENS || nowNanos - lastSentNanos >= GATHER_NANOS;
        if (due) {
            flush(nowNanos);
        }
    }

    /** Sends what is held and says that nothing more comes. */
    void end(long nowNanos) {
        if (task.stream()) {
            flush(nowNanos);
            send(Chunk.Kind.END, "", 0);
        }
    }

    private void flush(long nowNanos) {
        if (!held.isEmpty()) {
            send(heldIsThought ? Chunk.Kind.REASONING : Chunk.Kind.ANSWER, held.toString(), heldTokens);
            held.setLength(0);
            heldTokens = 0;
            lastSentNanos = nowNanos;
        }
    }

    private void send(Chunk.Kind kind, String text, int tokens) {
        sink.accept(new Chunk(
                Chunk.VERSION,
                task.tenant(),
                task.id(),
                task.attempt(),
                delivery,
                chain,
                seq++,
                kind,
                text,
                tokens,
                Map.of()));
    }
}
