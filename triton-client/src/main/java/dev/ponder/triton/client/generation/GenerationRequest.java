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
 * @param maxTokens the most tokens to generate
 * @param temperature 0 is greedy
 * @param topP above 0, at most 1
 * @param seed repeats a draw where the engine can, or null
 * @param stop texts that end the generation
 * @param deadline how long it may take, from now
 */
public record GenerationRequest(
        String id,
        String prompt,
        int maxTokens,
        double temperature,
        double topP,
        @Nullable Long seed,
        List<String> stop,
        Duration deadline) {

    public GenerationRequest {
        requireNonNull(id, "id is null");
        requireNonNull(prompt, "prompt is null");
        stop = List.copyOf(stop);
        requireNonNull(deadline, "deadline is null");
        if (id.isEmpty() || prompt.isEmpty()) {
            throw new IllegalArgumentException("id or prompt is empty");
        }
        if (maxTokens < 1) {
            throw new IllegalArgumentException("maxTokens is below 1: " + maxTokens);
        }
    }
}
