package dev.ponder.triton.client.jinja;

/** What {@code strip} takes away: white space, or any of the characters given. Pure. */
final class Stripping {

    private Stripping() {}

    static String of(String text, Arguments arguments, boolean start, boolean end) {
        Object given = arguments.at(0, "chars", None.NONE);
        return Kinds.isNone(given) ? blank(text, start, end) : of(text, Kinds.text(given), start, end);
    }

    private static String blank(String text, boolean start, boolean end) {
        String stripped = start ? Blank.stripStart(text) : text;
        return end ? Blank.stripEnd(stripped) : stripped;
    }

    private static String of(String text, String characters, boolean start, boolean end) {
        int from = 0;
        int to = text.length();
        while (start && from < to && has(characters, text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (end && to > from && has(characters, text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    private static boolean has(String characters, int point) {
        return characters.indexOf(point) >= 0;
    }
}
