package dev.ponder.triton.shard.server;

import dev.ponder.triton.shard.metrics.Finished;

/** Measures one generation from its request to its last message. Used by the engine's thread alone once it is made. */
final class Stopwatch {

    private final int promptTokens;
    private final long askedNanos;
    private final long readNanos;
    private long firstNanos;
    private long lastNanos;
    private long sendingNanos;
    private boolean answered;

    /**
     * Starts.
     *
     * @param askedNanos when the request came
     * @param readNanos when its inputs were read and the prompt made of them
     */
    Stopwatch(int promptTokens, long askedNanos, long readNanos) {
        this.promptTokens = promptTokens;
        this.askedNanos = askedNanos;
        this.readNanos = readNanos;
    }

    /** A token was ready and is sent. */
    void sent(long readyNanos, long sentNanos) {
        firstNanos = answered ? firstNanos : sentNanos;
        answered = true;
        lastNanos = sentNanos;
        sendingNanos += sentNanos - readyNanos;
    }

    Finished finished(int tokens) {
        return new Finished(
                promptTokens,
                tokens,
                readNanos - askedNanos,
                sendingNanos,
                firstNanos - askedNanos,
                lastNanos - askedNanos);
    }
}
