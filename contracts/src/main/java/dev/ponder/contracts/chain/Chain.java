package dev.ponder.contracts.chain;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A finished chain of thought.
 *
 * @param steps the thought, in order; may be empty where a model does not show it
 * @param answer the answer as it was written
 * @param canonicalAnswer the answer in canonical form, for comparing and voting; empty where none was found
 */
public record Chain(List<ChainStep> steps, String answer, String canonicalAnswer) {

    public Chain {
        steps = List.copyOf(steps);
        requireNonNull(answer, "answer is null");
        requireNonNull(canonicalAnswer, "canonicalAnswer is null");
    }
}
