package dev.ponder.triton.client.generation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shall be generated.
 *
 * @param id unique among all that run: engines confuse two of the same
 * @param prompt the whole prompt, chat template applied
 * @param maxTokens the most tokens to generate, those of the prefix counted
 * @param temperature 0 is greedy
 * @param topP above 0, at most 1
 * @param topK how many of the likeliest tokens are drawn from, or null for the engine's default
 * @param seed repeats a draw where the engine can, or null
 * @param stop texts that end the generation; empty ones, which say nothing, are left out
 * @param deadline how long it may take, from now
 * @param prefix what was generated before: deltas bring what comes after it, while the end's usage counts both as one generation
 */
public record GenerationRequest(
        String id,
        String prompt,
        int maxTokens,
        double temperature,
        double topP,
        @Nullable Integer topK,
        @Nullable Long seed,
        List<String> stop,
        Duration deadline,
        Prefix prefix) {

    public GenerationRequest {
        requireNonNull(id, "id is null");
        requireNonNull(prompt, "prompt is null");
        stop = stop.stream().filter(text -> !text.isEmpty()).toList();
        requireNonNull(deadline, "deadline is null");
        requireNonNull(prefix, "prefix is null");
        if (id.isEmpty() || prompt.isEmpty()) {
            throw new IllegalArgumentException("id or prompt is empty");
        }
        if (maxTokens - prefix.tokens() < 1) {
            throw new IllegalArgumentException(
                    "maxTokens leaves nothing to generate: " + maxTokens + " with " + prefix.tokens() + " done");
        }
        if (!(temperature >= 0) || !(topP > 0 && topP <= 1) || (topK != null && topK < 1)) {
            throw new IllegalArgumentException(
                    "sampling out of range: temperature " + temperature + ", topP " + topP + ", topK " + topK);
        }
    }

    /** A request that leaves it to the engine how many tokens are drawn from. */
    public GenerationRequest(
            String id,
            String prompt,
            int maxTokens,
            double temperature,
            double topP,
            @Nullable Long seed,
            List<String> stop,
            Duration deadline) {
        this(id, prompt, maxTokens, temperature, topP, null, seed, stop, deadline, Prefix.NONE);
    }

    /** A greedy request without stop texts. */
    public static GenerationRequest greedy(String id, String prompt, int maxTokens, Duration deadline) {
        return new GenerationRequest(id, prompt, maxTokens, 0, 1, null, null, List.of(), deadline, Prefix.NONE);
    }

    /** The same, gone on with after what was generated before. */
    public GenerationRequest after(Prefix before) {
        return new GenerationRequest(id, prompt, maxTokens, temperature, topP, topK, seed, stop, deadline, before);
    }

    /** How many tokens may come after the prefix. */
    public int tokensLeft() {
        return maxTokens - prefix.tokens();
    }

    /** The same without prompt and stop texts, so that a log line never holds them. */
    @Override
    public String toString() {
        return "GenerationRequest[id=" + id + ", maxTokens=" + maxTokens + ", deadline=" + deadline + "]";
    }
}
