package dev.ponder.triton.client.jinja;

import java.util.Locale;

/** Upper and lower case. Pure. */
final class Casing {

    private Casing() {}

    /** A capital wherever letters begin. */
    static String title(String text) {
        StringBuilder titled = new StringBuilder();
        int before = ' ';
        for (int point : text.codePoints().toArray()) {
            titled.appendCodePoint(
                    Character.isLetter(before) ? Character.toLowerCase(point) : Character.toTitleCase(point));
            before = point;
        }
        return titled.toString();
    }

    /** A capital wherever a word begins after white space, a hyphen or a bracket: the filter, unlike the method. */
    static String titledWords(String text) {
        StringBuilder titled = new StringBuilder();
        boolean begins = true;
        for (int point : text.codePoints().toArray()) {
            titled.appendCodePoint(begins ? Character.toUpperCase(point) : Character.toLowerCase(point));
            begins = Blank.is(point) || "-({[<".indexOf(point) >= 0;
        }
        return titled.toString();
    }

    static String capitalized(String text) {
        int first = text.isEmpty() ? 0 : Character.charCount(text.codePointAt(0));
        return text.substring(0, first).toUpperCase(Locale.ROOT)
                + text.substring(first).toLowerCase(Locale.ROOT);
    }

    static boolean isUpper(String text) {
        return !text.equals(text.toLowerCase(Locale.ROOT)) && text.equals(text.toUpperCase(Locale.ROOT));
    }

    static boolean isLower(String text) {
        return !text.equals(text.toUpperCase(Locale.ROOT)) && text.equals(text.toLowerCase(Locale.ROOT));
    }
}
