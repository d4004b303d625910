package dev.ponder.reasoner.answer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fraction in lowest terms. Reads whole numbers, decimals, fractions and mixed numbers of up to 100 digits a part; longer ones
 * are no rationals here.
 *
 * @param over the numerator, which has the sign
 * @param under the denominator, above 0
 */
record Rational(BigInteger over, BigInteger under) {

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:\\d{1,100}(?:\\.\\d{0,100})?|\\.\\d{1,100})");
    private static final Pattern RATIO = Pattern.compile("([-+]?) ?(\\d{1,100}) ?/ ?([-+]?\\d{1,100})");
    private static final Pattern MIXED = Pattern.compile("([-+]?) ?(\\d{1,100}) (\\d{1,100}) ?/ ?(\\d{1,100})");
    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    Rational {
        if (under.signum() == 0) {
            throw new IllegalArgumentException("under is 0");
        }
        BigInteger common = over.gcd(under).multiply(BigInteger.valueOf(under.signum()));
        over = over.divide(common);
        under = under.divide(common);
    }

    static Optional<Rational> of(String text) {
        return decimal(text).or(() -> ratio(text)).or(() -> mixed(text));
    }

    private static Optional<Rational> decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(text);
        return Optional.of(new Rational(value.unscaledValue(), BigInteger.TEN.pow(value.scale())));
    }

    private static Optional<Rational> ratio(String text) {
        Matcher ratio = RATIO.matcher(text);
        return ratio.matches()
                ? quotient(ratio.group(1), new BigInteger(ratio.group(2)), new BigInteger(ratio.group(3)))
                : Optional.empty();
    }

    private static Optional<Rational> mixed(String text) {
        Matcher mixed = MIXED.matcher(text);
        if (!mixed.matches()) {
            return Optional.empty();
        }
        BigInteger under = new BigInteger(mixed.group(4));
        BigInteger over = new BigInteger(mixed.group(2)).multiply(under).add(new BigInteger(mixed.group(3)));
        return quotient(mixed.group(1), over, under);
    }

    private static Optional<Rational> quotient(String sign, BigInteger over, BigInteger under) {
        return under.signum() == 0
                ? Optional.empty()
                : Optional.of(new Rational(sign.equals("-") ? over.negate() : over, under));
    }

    /** A decimal where it ends, a fraction where it does not; a long decimal stays a fraction too, so that it can be read back. */
    String text() {
        int places = Math.max(power(TWO), power(FIVE));
        boolean ends = TWO.pow(power(TWO)).multiply(FIVE.pow(power(FIVE))).equals(under);
        if (!ends || places > 100) {
            return over + "/" + under;
        }
        BigDecimal value = new BigDecimal(over).divide(new BigDecimal(under), places, RoundingMode.UNNECESSARY);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private int power(BigInteger factor) {
        int power = 0;
        BigInteger rest = under;
        while (rest.mod(factor).signum() == 0) {
            rest = rest.divide(factor);
            power++;
        }
        return power;
    }
}
