package dev.ponder.triton.shard.engine;

import java.time.Duration;

/**
 * The pace of a simulated GPU: prefill is serialised, a decode step of a batch lasts {@code itlBase + itlPerSequence × batch}.
 *
 * @param prefillTokensPerSecond how fast prompts are read
 * @param itlBase the part of a step that does not depend on the batch
 * @param itlPerSequence the part that each sequence of the batch adds
 * @param kvBlocks how many KV blocks there are
 * @param blockTokens how many tokens a block holds
 * @param maxBatch the most sequences that decode at once
 * @param maxQueue the most requests that wait; more are refused
 * @param cancelLatency how long a cancelled sequence goes on
 */
public record GpuModel(
        double prefillTokensPerSecond,
        Duration itlBase,
        Duration itlPerSequence,
        int kvBlocks,
        int blockTokens,
        int maxBatch,
        int maxQueue,
        Duration cancelLatency) {

    public GpuModel {
        if (!(prefillTokensPerSecond > 0) || kvBlocks < 1 || blockTokens < 1 || maxBatch < 1 || maxQueue < 0) {
            throw new IllegalArgumentException(
                    "a GPU needs a prefill rate, KV blocks, block tokens and a batch above 0");
        }
        if (itlBase.isNegative() || itlPerSequence.isNegative() || cancelLatency.isNegative()) {
            throw new IllegalArgumentException("a duration is negative");
        }
    }

    /** How long reading a prompt takes, in nanoseconds. */
    long prefillNanos(int tokens) {
        return Math.round(tokens * 1e9 / prefillTokensPerSecond);
    }

    /** How long one decode step takes, in nanoseconds; at least one, so that time moves. */
    long stepNanos(int batch) {
        return Math.max(1, itlBase.toNanos() + itlPerSequence.toNanos() * batch);
    }

    /** How many blocks a sequence of so many tokens holds. */
    int blocksFor(int tokens) {
        return Math.ceilDiv(tokens, blockTokens);
    }
}
