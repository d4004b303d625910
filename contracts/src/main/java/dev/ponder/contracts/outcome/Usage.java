package dev.ponder.contracts.outcome;

/**
 * Tokens that a request cost.
 *
 * @param promptTokens tokens put in
 * @param completionTokens tokens generated, thought and answer together
 * @param reasoningTokens the part of them that was thought
 * @param cachedTokens completion tokens that were not generated because a cached chain answered
 */
public record Usage(int promptTokens, int completionTokens, int reasoningTokens, int cachedTokens) {

    /** Nothing was generated. */
    public static final Usage NONE = new Usage(0, 0, 0, 0);

    public Usage {
        if (promptTokens < 0 || completionTokens < 0 || reasoningTokens < 0 || cachedTokens < 0) {
            throw new IllegalArgumentException("a token count is negative");
        }
        if (reasoningTokens > completionTokens) {
            throw new IllegalArgumentException("more reasoning tokens than completion tokens");
        }
    }
}
