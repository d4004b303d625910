package dev.ponder.triton.client.generation;

import static java.util.Objects.requireNonNull;

/**
 * New text of a generation.
 *
 * @param text whole characters only; empty where tokens came that do not yet make one
 * @param tokens how many tokens this delta took: exact where the engine gives token ids, else an estimate of the text's
 * @param arrivedNanos when it came, on the client's stopwatch
 */
public record TextDelta(String text, int tokens, long arrivedNanos) {

    public TextDelta {
        requireNonNull(text, "text is null");
        if (tokens < 0) {
            throw new IllegalArgumentException("tokens is negative: " + tokens);
        }
    }
}
