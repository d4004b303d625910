package dev.ponder.triton.client.jinja;

/** A template's source, cut at its braces. */
sealed interface Piece {

    /** Text as it goes out, white space already trimmed. */
    record Text(String text) implements Piece {}

    /** What stands between {@code {{} and {@code }}}. */
    record Output(Tokens tokens) implements Piece {}

    /** What stands between {@code {%} and {@code %}}. */
    record Tag(Tokens tokens) implements Piece {}
}
