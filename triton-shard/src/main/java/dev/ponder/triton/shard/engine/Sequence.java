package dev.ponder.triton.shard.engine;

import static java.util.Objects.requireNonNull;

import dev.ponder.triton.shard.brain.Script;

/** One generation inside the GPU. Its state is owned by the core's lock. */
final class Sequence {

    final int promptTokens;
    final Script script;
    final int maxTokens;
    final int blocks;
    final TokenSink sink;
    /** Whether it never gives a token, by a fault. */
    boolean hung;

    int emitted;
    long offeredNanos;
    long admittedNanos;
    long readyNanos = Long.MAX_VALUE;
    long cancelNanos = Long.MAX_VALUE;

    Sequence(GenerationJob job, TokenSink sink, GpuModel model) {
        this.promptTokens = job.promptTokens();
        this.script = requireNonNull(job.script(), "script is null");
        this.maxTokens = job.maxTokens();
        this.blocks = model.blocksFor(job.promptTokens() + job.maxTokens());
        this.sink = sink;
    }

    /** Whether the token after the emitted ones is the last. */
    boolean isDone() {
        return emitted >= Math.min(maxTokens, script.tokens().size());
    }

    boolean isCutShort() {
        return maxTokens < script.tokens().size();
    }
}
