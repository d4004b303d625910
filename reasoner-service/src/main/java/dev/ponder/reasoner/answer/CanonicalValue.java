package dev.ponder.reasoner.answer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One form for one value: a rational as {@link Rational} writes it, a choice as its letter, anything else without the marks that
 * mean nothing. Idempotent. Pure.
 */
final class CanonicalValue {

    private static final Pattern TEXT_COMMAND = Pattern.compile("\\\\(?:text|mathrm|mbox)\\{([^{}]*)}");
    private static final Pattern EMPTY_COMMAND = Pattern.compile("\\\\(?:(?:left|right)(?![a-zA-Z])|[!,])");
    private static final Pattern MIXED_COMMAND = Pattern.compile("(?<=\\d) ?\\\\[dt]?frac\\{ ?(\\d+) ?}\\{ ?(\\d+) ?}");
    private static final Pattern FRACTION_COMMAND = Pattern.compile("\\\\[dt]?frac\\{([^{}]+)}\\{([^{}]+)}");
    private static final Pattern ONE_TERM = Pattern.compile("\\w+|-\\d+");
    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\d.,])\\d{1,3}(?:,\\d{3})+(?![\\d,])");
    private static final Pattern BRACKET = Pattern.compile("[(\\[{]");
    private static final Pattern CHOICE = Pattern.compile("\\(([A-Ja-j])\\)|([A-J])|([A-Ja-j])\\)");
    private static final char FULL_WIDTH_FIRST = '\uFF01';
    private static final char FULL_WIDTH_LAST = '\uFF5E';
    private static final int FULL_WIDTH_SHIFT = 0xFEE0;
    private static final String MEANS_NOTHING = " .。*";

    private CanonicalValue() {}

    static String of(String written) {
        String plain = plain(written);
        return Rational.of(plain)
                .map(Rational::text)
                .or(() -> percent(plain))
                .or(() -> choice(plain))
                .orElse(plain);
    }

    /** Takes marks away until none is left: each round makes the text shorter, so this ends. */
    private static String plain(String written) {
        String before = narrow(Normalizer.normalize(written, Normalizer.Form.NFC));
        String after = plainer(before);
        while (!after.equals(before)) {
            before = after;
            after = plainer(before);
        }
        return after;
    }

    private static String plainer(String written) {
        String text = written.replaceAll("\\s+", " ");
        text = TEXT_COMMAND.matcher(text).replaceAll(match -> Matcher.quoteReplacement(match.group(1)));
        text = EMPTY_COMMAND.matcher(text).replaceAll("");
        text = MIXED_COMMAND.matcher(text).replaceAll(" $1/$2");
        text = FRACTION_COMMAND
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(term(match.group(1)) + "/" + term(match.group(2))));
        text = text.replace("\\$", "").replace("$", "").replace("\\%", "%").replace('−', '-');
        return stripped(BRACKET.matcher(text).find() ? text : withoutThousands(text));
    }

    /** Inside brackets a comma may part two values, so it is left there. */
    private static String withoutThousands(String text) {
        return THOUSANDS.matcher(text).replaceAll(match -> match.group().replace(",", ""));
    }

    private static String term(String written) {
        String term = written.strip();
        return ONE_TERM.matcher(term).matches() ? term : "(" + term + ")";
    }

    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (to > from && MEANS_NOTHING.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        while (from < to && (text.charAt(from) == ' ' || text.charAt(from) == '*')) {
            from++;
        }
        return text.substring(from, to);
    }

    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        text.chars().forEach(one -> {
            boolean wide = one >= FULL_WIDTH_FIRST && one <= FULL_WIDTH_LAST;
            narrow.append((char) (wide ? one - FULL_WIDTH_SHIFT : one));
        });
        return narrow.toString();
    }

    /** A percentage stays one: 15 % is no 0.15 to somebody who asked for percent. */
    private static Optional<String> percent(String plain) {
        return plain.endsWith("%")
                ? Rational.of(plain.substring(0, plain.length() - 1).strip()).map(value -> value.text() + "%")
                : Optional.empty();
    }

    private static Optional<String> choice(String plain) {
        Matcher choice = CHOICE.matcher(plain);
        return choice.matches() ? Optional.of(plain.replaceAll("[()]", "").toUpperCase(Locale.ROOT)) : Optional.empty();
    }
}
