package dev.ponder.triton.client.jinja;

/** Whole and floating numbers. A boolean counts as one, as in Python. Pure. */
final class Numbers {

    private Numbers() {}

    static Long whole(String digits) {
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException _) {
            throw new JinjaException("the number " + digits + " is too large");
        }
    }

    static boolean isNumber(Object value) {
        return value instanceof Long || value instanceof Double || value instanceof Boolean;
    }

    static boolean isWhole(Object value) {
        return value instanceof Long || value instanceof Boolean;
    }

    static long whole(Object value) {
        return switch (value) {
            case Long number -> number;
            case Boolean flag -> flag ? 1 : 0;
            default -> throw Kinds.wrong(value, "a whole number");
        };
    }

    static double floating(Object value) {
        return value instanceof Double number ? number : whole(value);
    }

    static Object signed(String sign, Object value) {
        if (!isNumber(value)) {
            throw Kinds.wrong(value, "a number");
        }
        boolean negates = sign.equals("-");
        if (isWhole(value)) {
            return negates ? (Object) Math.negateExact(whole(value)) : (Object) whole(value);
        }
        return negates ? -floating(value) : floating(value);
    }
}
