package dev.ponder.local.plot;

import java.math.BigDecimal;
import java.math.MathContext;

/** A mark's value in few letters: {@code 0.5}, {@code 20}, {@code 5k}, {@code 2M}. Pure. */
final class TickText {

    private static final MathContext SHORT = new MathContext(3);
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;

    private TickText() {}

    static String of(double value) {
        if (Math.abs(value) >= MILLION) {
            return plain(value / MILLION) + "M";
        }
        return Math.abs(value) >= THOUSAND ? plain(value / THOUSAND) + "k" : plain(value);
    }

    private static String plain(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(SHORT);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
