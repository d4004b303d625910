package dev.ponder.contracts.chain;

import static java.util.Objects.requireNonNull;

/**
 * One step of thought.
 *
 * @param text what was thought
 * @param tokens how many tokens it took
 */
public record ChainStep(String text, int tokens) {

    public ChainStep {
        requireNonNull(text, "text is null");
        if (tokens < 0) {
            throw new IllegalArgumentException("tokens is negative: " + tokens);
        }
    }
}
