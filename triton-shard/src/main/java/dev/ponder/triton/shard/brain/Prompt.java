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

    private static final String ASSISTANT = "<|im_start|>assistant\n";
    private static final String OPEN = "<think>";
    private static final String OPENED = OPEN + "\n";
    private static final Pattern LAST_USER =
            Pattern.compile("<\\|im_start\\|>user\\n(.*?)(?:<\\|im_end\\|>|$)", Pattern.DOTALL);

    /**
     * The answer's beginning, where the prompt ends in one; else nothing. A thought that the chat template opened and the answer too
     * is opened once.
     */
    public String begun() {
        String begun = text.substring(assistant());
        return begun.startsWith(OPENED + OPEN) ? begun.substring(OPENED.length()) : begun;
    }

    /** The same without the answer's beginning: what a brain thinks about. */
    public Prompt anew() {
        return new Prompt(text.substring(0, assistant()), seed);
    }

    private int assistant() {
        int last = text.lastIndexOf(ASSISTANT);
        return last < 0 ? text.length() : last + ASSISTANT.length();
    }

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
