package dev.ponder.triton.client.generation;

import static java.util.Objects.requireNonNull;

/**
 * New text of a generation.
 *
 * @param text may be empty where tokens came that do not yet make a whole character
 * @param messages how many messages of the engine it took so far, at least one token each
 * @param arrivedNanos when it came, on the caller's stopwatch
 */
public record TextDelta(String text, int messages, long arrivedNanos) {

    public TextDelta {
        requireNonNull(text, "text is null");
    }
}
