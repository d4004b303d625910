package dev.ponder.triton.shard.brain;

import java.util.List;

/**
 * All tokens of an answer, thought included, before they are played.
 *
 * @param tokens the texts of the tokens, in order; together they are the whole text
 */
public record Script(List<String> tokens) {

    public Script {
        tokens = List.copyOf(tokens);
    }

    /** Cuts a text into token-like pieces. */
    public static Script ofText(String text) {
        return new Script(TokenPieces.split(text));
    }
}
