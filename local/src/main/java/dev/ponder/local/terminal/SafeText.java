package dev.ponder.local.terminal;

import java.util.HexFormat;

/**
 * Text from elsewhere as a terminal may show it. Answers are written by a model and questions by anybody: a control character
 * (C0, C1, escape) could move the cursor or set the clipboard, a bidirectional override could make a line read otherwise than
 * it is ("Trojan Source", Boucher and Anderson 2021), an invisible tag character could hide text. Each becomes U+FFFD, or in JSON
 * the escape that means it.
 */
public final class SafeText {

    private static final char REPLACEMENT = '\uFFFD';
    private static final HexFormat HEX = HexFormat.of();
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private SafeText() {}

    /** Makes one line: tabs and line breaks become spaces, everything unsafe U+FFFD. */
    public static String line(String text) {
        return of(text, ' ');
    }

    /** Makes lines: line breaks stay, tabs become spaces, everything unsafe U+FFFD. */
    public static String block(String text) {
        return of(text.replace("\r\n", "\n"), '\n');
    }

    /**
     * Makes one line of a JSON text without line breaks between its parts, the same value to whoever parses it: everything unsafe can stand
     * inside its strings and names alone, and is escaped there.
     */
    public static String json(String json) {
        StringBuilder safe = new StringBuilder(json.length());
        json.codePoints().forEach(one -> {
            if (isSafe(one)) {
                safe.appendCodePoint(one);
            } else {
                for (char unit : Character.toChars(one)) {
                    safe.append("\\u").append(HEX.toHexDigits(unit));
                }
            }
        });
        return safe.toString();
    }

    private static String of(String text, char lineBreak) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(one -> {
            switch (one) {
                case '\n' -> safe.append(lineBreak);
                case '\t' -> safe.append(' ');
                default -> safe.appendCodePoint(isSafe(one) ? one : REPLACEMENT);
            }
        });
        return safe.toString();
    }

    /** Joiners are format characters too, but scripts and emoji need them, and they reorder nothing. */
    private static boolean isSafe(int one) {
        return switch ((byte) Character.getType(one)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> one == ZERO_WIDTH_JOINER || one == ZERO_WIDTH_NON_JOINER;
            default -> true;
        };
    }
}
