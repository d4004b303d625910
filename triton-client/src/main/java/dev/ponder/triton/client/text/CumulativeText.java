package dev.ponder.triton.client.text;

/**
 * Makes deltas of a text that comes whole each time, and never lets out a broken character: what ends in U+FFFD is held back until
 * the next message completes it. One generation's; one thread.
 */
public final class CumulativeText {

    private static final char BROKEN = '\uFFFD';
    /** How much before the end is compared: enough to tell deltas from cumulative text, and cheap on long answers. */
    private static final int COMPARED = 64;

    private int given;
    private String whole = "";

    /** Whether a text goes on from what has been given, as a cumulative one does. */
    public boolean isContinuedBy(String text) {
        int from = Math.max(0, given - COMPARED);
        return text.length() >= given && text.regionMatches(from, whole, from, given - from);
    }

    /** Takes the text so far, gives what is new of it. */
    public String accept(String text) {
        whole = text;
        int safe = text.length();
        while (safe > given && text.charAt(safe - 1) == BROKEN) {
            safe--;
        }
        if (safe > 0 && Character.isHighSurrogate(text.charAt(safe - 1))) {
            safe--;
        }
        return release(safe);
    }

    /** Gives what was held back; nothing more will come to complete it. */
    public String finish() {
        return release(whole.length());
    }

    /** All text so far. */
    public String whole() {
        return whole;
    }

    private String release(int end) {
        if (end <= given) {
            return "";
        }
        String delta = whole.substring(given, end);
        given = end;
        return delta;
    }
}
