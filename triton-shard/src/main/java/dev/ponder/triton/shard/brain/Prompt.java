package dev.ponder.triton.shard.brain;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a brain is asked.
 *
 * @param text the whole prompt, chat template and all
 * @param seed decides between samples
 */
public record Prompt(String text, long seed) {

    private static final Pattern LAST_USER =
            Pattern.compile("<\\|im_start\\|>user\\n(.*?)(?:<\\|im_end\\|>|$)", Pattern.DOTALL);

    /** The last thing that the user said: what stands in the last ChatML user turn, or all of a plain prompt. */
    public String question() {
        Matcher turns = LAST_USER.matcher(text);
        String last = text;
        while (turns.find()) {
            last = turns.group(1);
        }
        return last.strip();
    }

    /** The question without differences of space, width and case, for finding it again. */
    String normalisedQuestion() {
        return normalised(question());
    }

    static String normalised(String text) {
        return text.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
