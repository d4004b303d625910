package dev.ponder.local.yaml;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * What a number may be.
 *
 * @param least the least, itself allowed
 * @param most the most, itself allowed
 */
public record Range(BigDecimal least, BigDecimal most) {

    public Range {
        if (least.compareTo(most) > 0) {
            throw new IllegalArgumentException("least is above most: " + least + ", " + most);
        }
    }

    /** A range between two numbers as they are written. */
    public static Range of(String least, String most) {
        return new Range(new BigDecimal(least), new BigDecimal(most));
    }

    boolean holds(BigDecimal number) {
        return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
    }

    @Override
    public String toString() {
        return "from " + shown(least) + " to " + shown(most);
    }

    private static String shown(BigDecimal number) {
        return number.stripTrailingZeros().scale() > 0
                ? number.toPlainString()
                : String.format(Locale.ROOT, "%,d", number.toBigInteger());
    }
}
