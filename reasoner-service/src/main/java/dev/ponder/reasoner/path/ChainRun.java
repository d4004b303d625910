package dev.ponder.reasoner.path;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.generation.FinishReason;
import dev.ponder.triton.client.generation.Generation;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationListener;
import dev.ponder.triton.client.generation.TextDelta;
import dev.ponder.triton.client.generation.TokenUsage;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One generation while it runs: feeds the chain, keeps the times. The connection's thread writes; the job's thread waits for the end,
 * looking now and then how far it has come, and reads after it.
 */
final class ChainRun implements GenerationListener {

    static final GenerationEnd CUT_SHORT = new GenerationEnd.Cancelled(TokenUsage.NONE);
    /** The call's end comes from our own side of the connection, so a moment is enough. */
    private static final long LAST_WORD_MILLIS = 200;

    private final GrowingChain chain;
    private final String shard;
    private final Ticker ticker;
    private final long sentNanos;
    private final CompletableFuture<GenerationEnd> end = new CompletableFuture<>();
    private long firstNanos = -1;
    private long lastNanos;
    private int messages;

    ChainRun(GrowingChain chain, String shard, Ticker ticker) {
        this.chain = chain;
        this.shard = shard;
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
        chain.add(shard, delta.text(), delta.tokens(), ticker.nanos());
        messages++;
    }

    @Override
    public void onEnd(GenerationEnd ended) {
        if (ended instanceof GenerationEnd.Completed completed) {
            chain.add(shard, "", 0, ticker.nanos());
            chain.end(completed.cut() ? "length" : "stop", ticker.nanos());
        } else {
            chain.rewind();
        }
        end.complete(ended);
    }

    /** Waits for the end; when the job is taken away the generation is cancelled first, and so it is where it goes round in circles. */
    GenerationEnd awaitEnd(Generation generation, Meanwhile meanwhile) throws InterruptedException {
        try {
            Optional<GenerationEnd> came = ended(meanwhile.quietNanos());
            while (came.isEmpty()) {
                if (chain.repeats()) {
                    generation.cancel();
                    return broken(lastWord());
                }
                meanwhile.look();
                came = ended(meanwhile.quietNanos());
            }
            return came.orElseThrow();
        } catch (InterruptedException takenAway) {
            generation.cancel();
            throw takenAway;
        }
    }

    private GenerationEnd broken(GenerationEnd word) {
        chain.end("repetition", ticker.nanos());
        return new GenerationEnd.Completed(FinishReason.LENGTH, word.usage());
    }

    private Optional<GenerationEnd> ended(long withinNanos) throws InterruptedException {
        try {
            return Optional.of(end.get(withinNanos, TimeUnit.NANOSECONDS));
        } catch (TimeoutException notYet) {
            return Optional.empty();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("the end is never completed with an exception", impossible);
        }
    }

    /** Waits a moment to hear what a cancelled generation has cost. */
    GenerationEnd lastWord() {
        return end.completeOnTimeout(CUT_SHORT, LAST_WORD_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }

    GrowingChain chain() {
        return chain;
    }

    RunTimes times() {
        long endedNanos = ticker.nanos();
        return new RunTimes(sentNanos, firstNanos, lastNanos, endedNanos, messages);
    }
}
