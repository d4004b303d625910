package dev.ponder.triton.client.jinja;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Backslashes in a string, as Python reads them. Pure. */
final class Escapes {

    private static final Pattern ESCAPE =
            Pattern.compile("(?s)\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|(.))");

    private Escapes() {}

    static String resolved(String text) {
        return text.indexOf('\\') < 0
                ? text
                : ESCAPE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(resolved(found)));
    }

    private static String resolved(MatchResult found) {
        for (int group = 1; group <= 3; group++) {
            if (found.group(group) != null) {
                return Character.toString(Integer.parseInt(found.group(group), 16));
            }
        }
        if (found.group(4) != null) {
            return Character.toString(Integer.parseInt(found.group(4), 8));
        }
        return switch (found.group(5).charAt(0)) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'a' -> "\u0007";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'v' -> "\u000b";
            case '\n' -> "";
            case '\\', '\'', '"' -> found.group(5);
            default -> found.group();
        };
    }
}
