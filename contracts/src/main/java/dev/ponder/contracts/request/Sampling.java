package dev.ponder.contracts.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How text is drawn from the model.
 *
 * @param maxCompletionTokens the most tokens of thought and answer together
 * @param temperature 0 to 2
 * @param topP above 0, at most 1
 * @param seed repeats a draw where the engine can, or null
 * @param stop texts that end a generation, at most 4, none of them empty
 */
public record Sampling(
        int maxCompletionTokens,
        double temperature,
        double topP,
        @Nullable Long seed,
        List<String> stop) {

    /** The most completion tokens that a request may ask for. */
    public static final int MOST_TOKENS = 131_072;

    public Sampling {
        stop = List.copyOf(stop);
        if (maxCompletionTokens < 1 || maxCompletionTokens > MOST_TOKENS) {
            throw new IllegalArgumentException("maxCompletionTokens is not in 1.." + MOST_TOKENS);
        }
    }
}
