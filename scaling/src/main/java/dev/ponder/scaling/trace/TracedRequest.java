package dev.ponder.scaling.trace;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * One request of a trace.
 *
 * @param at when it arrived, from the beginning of the trace
 * @param inputTokens of its prompt, 1 or more
 * @param outputTokens that were generated for it, 1 or more
 * @param prefixBlocks hashes of its prompt's blocks of 512 tokens, each over all before it; empty where the trace has none
 */
public record TracedRequest(Duration at, int inputTokens, int outputTokens, List<Long> prefixBlocks) {

    public TracedRequest {
        requireNonNull(at, "at is null");
        if (at.isNegative()) {
            throw new IllegalArgumentException("at is before the beginning: " + at);
        }
        if (inputTokens < 1 || outputTokens < 1) {
            throw new IllegalArgumentException("tokens below 1: " + inputTokens + " in, " + outputTokens + " out");
        }
        prefixBlocks = List.copyOf(prefixBlocks);
    }

    /** A request without known blocks. */
    public static TracedRequest plain(Duration at, int inputTokens, int outputTokens) {
        return new TracedRequest(at, inputTokens, outputTokens, List.of());
    }
}
