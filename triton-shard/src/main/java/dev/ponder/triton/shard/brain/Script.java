package dev.ponder.triton.shard.brain;

import java.util.ArrayList;
import java.util.List;

/**
 * All tokens of an answer, thought included, before they are played.
 *
 * @param tokens the texts of the tokens, in order; together they are the whole text
 */
public record Script(List<String> tokens) {

    /** A token that says its number and when it was said, epoch milliseconds: {@code 7@1764110000123 }. */
    public static final String STAMP = "{stamp}";

    public Script {
        tokens = List.copyOf(tokens);
    }

    /** All of its text. */
    public String text() {
        return String.join("", tokens);
    }

    /**
     * What is left once its beginning was said; everything, where it does not begin like that. Where nothing is left one token
     * without text is: a model too says by one that it has ended.
     */
    public Script after(String begun) {
        if (!text().startsWith(begun)) {
            return this;
        }
        int said = begun.length();
        int from = 0;
        while (from < tokens.size() && said >= tokens.get(from).length()) {
            said -= tokens.get(from).length();
            from++;
        }
        if (from == tokens.size()) {
            return new Script(List.of(""));
        }
        List<String> left = new ArrayList<>(tokens.subList(from, tokens.size()));
        left.set(0, left.getFirst().substring(said));
        return new Script(left);
    }

    /** Cuts a text into token-like pieces. */
    public static Script ofText(String text) {
        return new Script(TokenPieces.split(text));
    }
}
