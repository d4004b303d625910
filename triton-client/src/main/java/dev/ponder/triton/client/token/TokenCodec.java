package dev.ponder.triton.client.token;

import java.util.OptionalInt;

/** Turns text into token ids and counts them. Thread-safe. */
public interface TokenCodec {

    /** The ids of a text; special tokens that stand in it are recognised, none are added. */
    int[] encode(String text);

    /** The text of ids, special tokens left out. Bytes that make no whole character yet become U+FFFD at the end. */
    String decode(int[] ids);

    /** How many tokens a text has. */
    int count(String text);

    /** Whether it can encode and decode, not just count. */
    default boolean hasIds() {
        return true;
    }

    /** The id by which the model ends an answer, where it is known. */
    default OptionalInt endId() {
        return OptionalInt.empty();
    }
}
