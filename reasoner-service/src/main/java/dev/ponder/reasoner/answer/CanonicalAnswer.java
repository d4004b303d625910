package dev.ponder.reasoner.answer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the answer in a text and brings it to one form: equal values look alike, different ones never do. Looks for the last
 * {@code \boxed{…}}, then for "answer is", then for {@code ####}, then takes a short last line. Pure.
 */
public final class CanonicalAnswer {

    private static final String BOXED = "\\boxed{";
    private static final Pattern SAID = Pattern.compile(
            "(?:(?:answer is|答案是|答案为)\\s*[:：]?|(?:answer|答案)\\s*[:：])[\\s*]*(.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKED = Pattern.compile("####\\s*(.+)");
    private static final int SHORT_LINE = 40;

    private CanonicalAnswer() {}

    /** Gives the canonical answer, or an empty text where none is found. */
    public static String of(String text) {
        String found = boxed(text)
                .or(() -> last(SAID, text))
                .or(() -> last(MARKED, text))
                .or(() -> shortLastLine(text))
                .orElse("");
        return CanonicalValue.of(found);
    }

    private static Optional<String> boxed(String text) {
        int start = text.lastIndexOf(BOXED);
        if (start < 0) {
            return Optional.empty();
        }
        int depth = 1;
        int from = start + BOXED.length();
        for (int i = from; i < text.length(); i++) {
            char one = text.charAt(i);
            depth += one == '{' ? 1 : one == '}' ? -1 : 0;
            if (depth == 0) {
                return Optional.of(text.substring(from, i));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        String found = null;
        while (matcher.find()) {
            found = matcher.group(1);
        }
        return Optional.ofNullable(found);
    }

    private static Optional<String> shortLastLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((_, later) -> later)
                .filter(line -> line.length() <= SHORT_LINE);
    }
}
