package dev.ponder.triton.shard.engine;

import static java.util.Objects.requireNonNull;

import dev.ponder.triton.shard.brain.Script;

/**
 * What an engine shall generate.
 *
 * @param promptTokens how long the prompt is
 * @param script what the answer says; an engine with a model of its own would take the prompt instead
 * @param maxTokens the most tokens that may come
 */
public record GenerationJob(int promptTokens, Script script, int maxTokens) {

    public GenerationJob {
        requireNonNull(script, "script is null");
        if (promptTokens < 0 || maxTokens < 1) {
            throw new IllegalArgumentException("promptTokens is negative or maxTokens below 1");
        }
    }
}
