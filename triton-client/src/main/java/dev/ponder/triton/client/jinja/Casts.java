package dev.ponder.triton.client.jinja;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers of other values. Pure. */
final class Casts {

    private Casts() {}

    static Object whole(Object value, Object otherwise) {
        return switch (value) {
            case Double number -> number.longValue();
            case Long _, Boolean _ -> Numbers.whole(value);
            case String text -> {
                try {
                    yield (long) Double.parseDouble(Blank.strip(text));
                } catch (NumberFormatException _) {
                    yield otherwise;
                }
            }
            default -> otherwise;
        };
    }

    static Object floating(Object value, Object otherwise) {
        if (value instanceof String text) {
            try {
                return Double.parseDouble(Blank.strip(text));
            } catch (NumberFormatException _) {
                return otherwise;
            }
        }
        return Numbers.isNumber(value) ? (Object) Numbers.floating(value) : otherwise;
    }

    /** Half to even, as Python does; a whole number becomes a floating one only where it must. */
    static Object rounded(Object value, Arguments arguments) {
        int digits = arguments.number(0, "precision", 0);
        RoundingMode mode =
                switch (Kinds.text(arguments.at(1, "method", "common"))) {
                    case "ceil" -> RoundingMode.CEILING;
                    case "floor" -> RoundingMode.FLOOR;
                    default -> RoundingMode.HALF_EVEN;
                };
        return Numbers.isWhole(value)
                ? value
                : (Object) new BigDecimal(Numbers.floating(value))
                        .setScale(digits, mode)
                        .doubleValue();
    }
}
