package dev.ponder.dashboards.promql;

import java.math.BigDecimal;

/** Numbers as PromQL reads them. */
public final class Numbers {

    private Numbers() {}

    /** Without exponent and without trailing zeros. */
    public static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
