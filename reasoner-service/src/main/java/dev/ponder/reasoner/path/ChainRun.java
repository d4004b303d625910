package dev.ponder.reasoner.path;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.generation.Generation;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationListener;
import dev.ponder.triton.client.generation.TextDelta;
import dev.ponder.triton.client.generation.TokenUsage;
import dev.ponder.triton.client.text.ThinkSplitter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * One generation while it runs: splits thought from answer, feeds the chunks, keeps the times. The connection's thread writes;
 * the job's thread waits for the end and reads after it.
 */
final class ChainRun implements GenerationListener {

    static final GenerationEnd CUT_SHORT = new GenerationEnd.Cancelled(TokenUsage.NONE);
    /** The call's end comes from our own side of the connection, so a moment is enough. */
    private static final long LAST_WORD_MILLIS = 200;

    private final ChunkStream chunks;
    private final Ticker ticker;
    private final long sentNanos;
    private final ChainText text = new ChainText();
    private final ThinkSplitter splitter;
    private final CompletableFuture<GenerationEnd> end = new CompletableFuture<>();
    private long firstNanos = -1;
    private long lastNanos;
    private int messages;

    ChainRun(ChunkStream chunks, boolean startsInThought, Ticker ticker) {
        this.splitter = new ThinkSplitter(startsInThought);
        this.chunks = chunks;
        this.ticker = ticker;
        this.sentNanos = ticker.nanos();
        this.lastNanos = sentNanos;
    }

    @Override
    public void onDelta(TextDelta delta) {
        if (firstNanos < 0) {
            firstNanos = delta.arrivedNanos();
        }
        lastNanos = delta.arrivedNanos();
        take(splitter.accept(delta.text()), delta.tokens());
        messages++;
    }

    @Override
    public void onEnd(GenerationEnd ended) {
        take(splitter.finish(), 0);
        end.complete(ended);
    }

    private void take(List<ThinkSplitter.Part> parts, int tokens) {
        int left = tokens;
        for (ThinkSplitter.Part part : parts) {
            text.add(part.thought(), part.text());
            chunks.add(part.thought(), part.text(), left, ticker.nanos());
            left = 0;
        }
    }

    /** Waits for the end; when the job is taken away the generation is cancelled first. */
    GenerationEnd awaitEnd(Generation generation) throws InterruptedException {
        try {
            return end.get();
        } catch (InterruptedException takenAway) {
            generation.cancel();
            throw takenAway;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("the end is never completed with an exception", impossible);
        }
    }

    /** Waits a moment to hear what a cancelled generation has cost. */
    GenerationEnd lastWord() {
        return end.completeOnTimeout(CUT_SHORT, LAST_WORD_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }

    ChainText text() {
        return text;
    }

    RunTimes times() {
        long endedNanos = ticker.nanos();
        return new RunTimes(sentNanos, firstNanos, lastNanos, endedNanos, messages);
    }
}
