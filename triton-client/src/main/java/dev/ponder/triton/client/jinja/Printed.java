package dev.ponder.triton.client.jinja;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as they are written out: Python's {@code str} and {@code repr}. Pure. */
final class Printed {

    private Printed() {}

    static String text(Object value) {
        return switch (value) {
            case String text -> text;
            case Undefined _ -> "";
            default -> literal(value);
        };
    }

    static String literal(Object value) {
        return switch (value) {
            case String text -> quoted(text);
            case Boolean flag -> flag ? "True" : "False";
            case None _ -> "None";
            case Long number -> number.toString();
            case Double number -> floating(number);
            case Undefined _ -> "Undefined";
            case Tuple tuple -> tuple.size() == 1 ? "(" + literal(tuple.getFirst()) + ",)" : "(" + items(tuple) + ")";
            case List<?> list -> "[" + items(list) + "]";
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> literal(entry.getKey()) + ": " + literal(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> throw new JinjaException(Kinds.name(value) + " can't be written out");
        };
    }

    private static String items(List<?> items) {
        return items.stream().map(Printed::literal).collect(Collectors.joining(", "));
    }

    /** Short numbers plainly, very large and small ones with an exponent of two digits or more. */
    static String floating(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(number);
        if (size == 0) {
            return Double.toString(number); // The sign of -0.0 stays.
        }
        if (size >= 1e-4 && size < 1e16) {
            String plain = new BigDecimal(Double.toString(number)).toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String[] parts = Double.toString(number).split("E", 2);
        String digits = parts[0].endsWith(".0") ? parts[0].substring(0, parts[0].length() - 2) : parts[0];
        int exponent = Integer.parseInt(parts[1]);
        return digits + (exponent < 0 ? "e-" : "e+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }

    private static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder quoted = new StringBuilder().append(quote);
        text.codePoints().forEach(point -> append(point, quote, quoted));
        return quoted.append(quote).toString();
    }

    private static void append(int point, char quote, StringBuilder into) {
        switch (point) {
            case '\n' -> into.append("\\n");
            case '\r' -> into.append("\\r");
            case '\t' -> into.append("\\t");
            case '\\' -> into.append("\\\\");
            default -> {
                if (point == quote) {
                    into.append('\\').append(quote);
                } else if (point < ' ' || point == 0x7f) {
                    into.append("\\x%02x".formatted(point));
                } else {
                    into.appendCodePoint(point);
                }
            }
        }
    }
}
