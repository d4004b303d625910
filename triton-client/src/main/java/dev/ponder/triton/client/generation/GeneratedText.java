package dev.ponder.triton.client.generation;

import static java.util.Objects.requireNonNull;

/**
 * All that came of a generation.
 *
 * @param text everything up to the end, also of one that failed
 */
public record GeneratedText(String text, GenerationEnd end) {

    public GeneratedText {
        requireNonNull(text, "text is null");
        requireNonNull(end, "end is null");
    }
}
