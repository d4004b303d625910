package dev.ponder.local.terminal;

/** The beginning of a text that may be of any length. */
public final class Excerpt {

    private static final String CUT = "…";

    private Excerpt() {}

    /** The text, or its first {@code longest} characters and an ellipsis; a surrogate pair is never cut in two. */
    public static String of(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + CUT;
    }
}
