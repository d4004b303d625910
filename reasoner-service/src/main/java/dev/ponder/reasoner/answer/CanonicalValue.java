package dev.ponder.reasoner.answer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One form for one value: fractions reduced, decimals without trailing zeros, numbers without thousands signs. Pure. */
final class CanonicalValue {

    private static final Pattern FRACTION_COMMAND = Pattern.compile("\\\\[dt]?frac\\{([^{}]+)}\\{([^{}]+)}");
    private static final Pattern TEXT_COMMAND = Pattern.compile("\\\\(?:text|mathrm|mbox)\\{([^{}]*)}");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d{1,200}(?:\\.\\d{0,200})?|\\.\\d{1,200})");
    private static final Pattern RATIO = Pattern.compile("([-+]?\\d{1,200})/([-+]?\\d{1,200})");
    private static final Pattern CHOICE = Pattern.compile("\\(?([A-Ja-j])\\)?[.)]?");
    private static final char FULL_WIDTH_FIRST = '\uFF01';
    private static final char FULL_WIDTH_LAST = '\uFF5E';
    private static final int FULL_WIDTH_SHIFT = 0xFEE0;

    private CanonicalValue() {}

    static String of(String written) {
        String plain = plain(written);
        return ratio(plain)
                .or(() -> number(plain))
                .or(() -> percent(plain))
                .or(() -> choice(plain))
                .orElse(plain);
    }

    private static String plain(String written) {
        String text = narrow(Normalizer.normalize(written, Normalizer.Form.NFC));
        text = TEXT_COMMAND.matcher(text).replaceAll(match -> Matcher.quoteReplacement(match.group(1)));
        text = FRACTION_COMMAND.matcher(text).replaceAll("$1/$2");
        text = text.replace("\\left", "")
                .replace("\\right", "")
                .replace("\\!", "")
                .replace("\\,", "");
        text = text.replace("\\$", "").replace("$", "").replace("\\%", "%").replace("−", "-");
        text = THOUSANDS.matcher(text).replaceAll("");
        return text.replaceAll("\\s+", " ").strip().replaceAll("[.。]+$", "").strip();
    }

    private static String narrow(String text) {
        StringBuilder narrow = new StringBuilder(text.length());
        text.chars().forEach(one -> {
            boolean wide = one >= FULL_WIDTH_FIRST && one <= FULL_WIDTH_LAST;
            narrow.append((char) (wide ? one - FULL_WIDTH_SHIFT : one));
        });
        return narrow.toString();
    }

    private static Optional<String> ratio(String plain) {
        Matcher ratio = RATIO.matcher(plain.replace(" ", ""));
        if (!ratio.matches()) {
            return Optional.empty();
        }
        BigInteger over = new BigInteger(ratio.group(1).replace("+", ""));
        BigInteger under = new BigInteger(ratio.group(2).replace("+", ""));
        if (under.signum() == 0) {
            return Optional.empty();
        }
        BigInteger common = over.gcd(under).multiply(BigInteger.valueOf(under.signum()));
        BigInteger reducedUnder = under.divide(common);
        String reduced = over.divide(common).toString();
        return Optional.of(reducedUnder.equals(BigInteger.ONE) ? reduced : reduced + "/" + reducedUnder);
    }

    private static Optional<String> number(String plain) {
        if (!NUMBER.matcher(plain).matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(plain);
        return Optional.of(
                value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
    }

    /** A percentage stays one: 15 % is no 0.15 to somebody who asked for percent. */
    private static Optional<String> percent(String plain) {
        return plain.endsWith("%")
                ? number(plain.substring(0, plain.length() - 1).strip()).map(value -> value + "%")
                : Optional.empty();
    }

    private static Optional<String> choice(String plain) {
        Matcher choice = CHOICE.matcher(plain);
        boolean letter = choice.matches() && (plain.length() > 1 || Character.isUpperCase(plain.charAt(0)));
        return letter ? Optional.of(choice.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }
}
