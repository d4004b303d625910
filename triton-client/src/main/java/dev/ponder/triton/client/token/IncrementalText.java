package dev.ponder.triton.client.token;

import java.util.Arrays;

/**
 * Makes text of token ids as they come, whole characters only. What a token says can depend on the one before it (a leading space,
 * half a character), so that each step decodes a short window twice, with and without the new ids, and gives the difference; what
 * ends in U+FFFD waits for the ids that complete it. The way of the known inference servers: the cost of a step does not grow with
 * the answer. One generation's; one thread.
 */
public final class IncrementalText {

    private static final int ROOM = 64;
    private static final int CONTEXT = 16;
    private static final char BROKEN = '\uFFFD';

    private final TokenCodec codec;
    private int[] window = new int[ROOM];
    private int size;
    /** How many ids at the window's start are there for context only: their text has been given. */
    private int given;

    /**
     * Goes on with a text, or starts one.
     *
     * @param before the ids of the text before, which is whole; their end serves as context
     */
    public IncrementalText(TokenCodec codec, int... before) {
        this.codec = codec;
        this.given = Math.min(before.length, CONTEXT);
        this.size = given;
        System.arraycopy(before, before.length - given, window, 0, given);
    }

    /** Takes new ids, gives the text that became whole by them. */
    public String accept(int[] fresh) {
        if (size + fresh.length > window.length) {
            window = Arrays.copyOf(window, Math.max(window.length * 2, size + fresh.length));
        }
        System.arraycopy(fresh, 0, window, size, fresh.length);
        size += fresh.length;
        String before = codec.decode(Arrays.copyOf(window, given));
        String after = codec.decode(Arrays.copyOf(window, size));
        boolean whole = after.length() > before.length() && after.charAt(after.length() - 1) != BROKEN;
        return whole ? give(before, after) : "";
    }

    /** Gives what was held back; no ids will come to complete it. */
    public String finish() {
        String before = codec.decode(Arrays.copyOf(window, given));
        String after = codec.decode(Arrays.copyOf(window, size));
        return after.length() > before.length() ? give(before, after) : "";
    }

    /** Keeps what was just given as the context of what comes next. */
    private String give(String before, String after) {
        System.arraycopy(window, given, window, 0, size - given);
        size -= given;
        given = size;
        return after.substring(before.length());
    }
}
