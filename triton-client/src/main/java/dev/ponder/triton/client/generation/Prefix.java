package dev.ponder.triton.client.generation;

import static java.util.Objects.requireNonNull;

/**
 * The beginning of an answer that was generated before, from which a generation goes on.
 *
 * @param text what was generated, whole characters only
 * @param tokens how many tokens that took, as its deltas said
 */
public record Prefix(String text, int tokens) {

    /** Nothing was generated before. */
    public static final Prefix NONE = new Prefix("", 0);

    public Prefix {
        requireNonNull(text, "text is null");
        if (tokens < 0) {
            throw new IllegalArgumentException("tokens is negative: " + tokens);
        }
    }

    /** The same without its text, so that a log line never holds it. */
    @Override
    public String toString() {
        return "Prefix[tokens=" + tokens + "]";
    }
}
