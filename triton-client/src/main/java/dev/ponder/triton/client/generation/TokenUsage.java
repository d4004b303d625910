package dev.ponder.triton.client.generation;

/**
 * Tokens of one generation, by the tokeniser that the client was given.
 *
 * @param prompt tokens put in
 * @param completion tokens that came out
 */
public record TokenUsage(int prompt, int completion) {

    /** Nothing was put in, nothing came out. */
    public static final TokenUsage NONE = new TokenUsage(0, 0);

    public TokenUsage {
        if (prompt < 0 || completion < 0) {
            throw new IllegalArgumentException("a token count is negative");
        }
    }
}
