package dev.ponder.triton.client.jinja;

/** White space as Python knows it, and what strips it. Pure. */
final class Blank {

    private Blank() {}

    static boolean is(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0x85;
    }

    static boolean all(String text, int from) {
        return text.substring(from).chars().allMatch(Blank::is);
    }

    static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && is(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static String strip(String text) {
        return stripStart(stripEnd(text));
    }

    static String stripStart(String text) {
        return text.substring(skip(text, 0));
    }

    static String stripEnd(String text) {
        int end = text.length();
        while (end > 0 && is(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }
}
