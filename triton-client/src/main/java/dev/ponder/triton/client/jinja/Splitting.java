package dev.ponder.triton.client.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Cuts texts as Python does: empty parts stay, and nothing is a regular expression. Pure. */
final class Splitting {

    private Splitting() {}

    static List<Object> of(String text, Arguments arguments, boolean fromEnd) {
        Object separator = arguments.at(0, "sep", None.NONE);
        int most = arguments.number(1, "maxsplit", -1);
        int cuts = most < 0 ? Integer.MAX_VALUE : most;
        if (Kinds.isNone(separator)) {
            return words(text, cuts, fromEnd);
        }
        String by = Kinds.text(separator);
        if (by.isEmpty()) {
            throw new JinjaException("a text can't be split by nothing");
        }
        return fromEnd ? backward(text, by, cuts) : forward(text, by, cuts);
    }

    private static List<Object> forward(String text, String by, int cuts) {
        List<Object> parts = new ArrayList<>();
        int from = 0;
        int found = text.indexOf(by);
        while (found >= 0 && parts.size() < cuts) {
            parts.add(text.substring(from, found));
            from = found + by.length();
            found = text.indexOf(by, from);
        }
        parts.add(text.substring(from));
        return Budget.checked(parts);
    }

    private static List<Object> backward(String text, String by, int cuts) {
        List<Object> parts = new ArrayList<>();
        int to = text.length();
        int found = text.lastIndexOf(by);
        while (found >= 0 && parts.size() < cuts) {
            parts.add(text.substring(found + by.length(), to));
            to = found;
            found = text.lastIndexOf(by, to - by.length());
        }
        parts.add(text.substring(0, to));
        Collections.reverse(parts);
        return Budget.checked(parts);
    }

    private static List<Object> words(String text, int cuts, boolean fromEnd) {
        if (fromEnd && cuts != Integer.MAX_VALUE) {
            throw new JinjaException("rsplit without a separator and with a limit isn't known");
        }
        List<Object> parts = new ArrayList<>();
        int at = Blank.skip(text, 0);
        while (at < text.length()) {
            int end = parts.size() == cuts ? text.length() : wordEnd(text, at);
            parts.add(end == text.length() ? Blank.stripEnd(text.substring(at)) : text.substring(at, end));
            at = Blank.skip(text, end);
        }
        return Budget.checked(parts);
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && !Blank.is(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static List<Object> lines(String text) {
        return Budget.checked(new ArrayList<>(text.lines().toList()));
    }

    static Tuple partition(String text, String by) {
        int found = by.isEmpty() ? -1 : text.indexOf(by);
        return found < 0
                ? Tuple.of(text, "", "")
                : Tuple.of(text.substring(0, found), by, text.substring(found + by.length()));
    }
}
