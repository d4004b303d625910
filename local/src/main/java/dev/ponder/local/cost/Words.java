package dev.ponder.local.cost;

import dev.ponder.local.page.Table;
import dev.ponder.scaling.pricing.Money;
import dev.ponder.scaling.pricing.OutputSpeed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** Amounts, loads and shares as people read them, in the same digits wherever they are shown. Pure. */
final class Words {

    /** What stands where nobody knows. */
    static final String NONE = Table.NONE;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final int LOAD_DIGITS = 4;
    private static final int SMALL_DIGITS = 2;

    private Words() {}

    /** {@code 12,345}, {@code 2.87}, {@code 0.0012}: whole from a hundred on, two digits where it is small. */
    static String of(Money money) {
        BigDecimal amount = money.amount();
        if (amount.signum() == 0) {
            return "0";
        }
        if (amount.compareTo(TENTH) < 0) {
            return amount.round(new MathContext(SMALL_DIGITS)).toPlainString();
        }
        return String.format(Locale.ROOT, amount.compareTo(HUNDRED) < 0 ? "%,.2f" : "%,.0f", amount);
    }

    /** The same, or a dash where nobody knows. */
    static String of(Optional<Money> money) {
        return money.map(known -> of(known)).orElse(NONE);
    }

    /** {@code 40,000}, {@code 5.771}; loads are rounded down, so that what is said to fit does. */
    static String of(BigDecimal load) {
        BigDecimal rounded = load.compareTo(THOUSAND) < 0
                ? load.round(new MathContext(LOAD_DIGITS, RoundingMode.DOWN))
                : load.setScale(0, RoundingMode.DOWN);
        BigDecimal plain = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, plain.scale()) + "f", plain);
    }

    static String of(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String of(OutputSpeed speed) {
        return switch (speed) {
            case SLOW -> "slow";
            case FAST -> "fast";
        };
    }

    static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    /** {@code 35 %}, {@code 0.2 %}. */
    static String percent(double share) {
        double percent = share * 100;
        return String.format(Locale.ROOT, percent > 0 && percent < 1 ? "%.1f %%" : "%.0f %%", percent);
    }
}
