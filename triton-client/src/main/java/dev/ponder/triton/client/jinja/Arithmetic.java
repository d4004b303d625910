package dev.ponder.triton.client.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Operators with two sides. Pure. */
final class Arithmetic {

    private Arithmetic() {}

    static Object of(String operator, Object left, Object right) {
        if (operator.equals("~")) {
            return joined(Printed.text(left), Printed.text(right));
        }
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return number(operator, left, right);
        }
        return switch (operator) {
            case "+" -> sum(left, right);
            case "*" -> left instanceof Long ? repeated(right, left) : repeated(left, right);
            case "%" -> PercentFormat.of(Kinds.text(left), right);
            default -> throw unfit(operator, left, right);
        };
    }

    private static String joined(String left, String right) {
        Budget.requireRoom((long) left.length() + right.length());
        return left.concat(right);
    }

    private static Object sum(Object left, Object right) {
        if (left instanceof String text && right instanceof String more) {
            return joined(text, more);
        }
        if (left instanceof List<?> list
                && right instanceof List<?> more
                && left instanceof Tuple == right instanceof Tuple) {
            List<Object> all = new ArrayList<>(list);
            all.addAll(more);
            Budget.requireItems(all.size());
            return left instanceof Tuple ? new Tuple(all) : all;
        }
        throw unfit("+", left, right);
    }

    private static Object repeated(Object value, Object times) {
        int count = Math.max(0, Kinds.index(times));
        return switch (value) {
            case String text -> {
                Budget.requireRoom((long) text.length() * count);
                yield text.repeat(count);
            }
            case List<?> list -> {
                Budget.requireItems((long) list.size() * count);
                List<Object> all = new ArrayList<>();
                Collections.nCopies(count, list).forEach(all::addAll);
                yield all;
            }
            default -> throw unfit("*", value, times);
        };
    }

    private static JinjaException unfit(String operator, Object left, Object right) {
        for (Object side : List.of(left, right)) {
            if (side instanceof Undefined missing) {
                return missing.fault();
            }
        }
        return new JinjaException("'" + operator + "' between " + Kinds.name(left) + " and " + Kinds.name(right));
    }

    private static Object number(String operator, Object left, Object right) {
        try {
            return Numbers.isWhole(left) && Numbers.isWhole(right) && !operator.equals("/")
                    ? whole(operator, Numbers.whole(left), Numbers.whole(right))
                    : floating(operator, Numbers.floating(left), Numbers.floating(right));
        } catch (ArithmeticException fault) {
            throw new JinjaException("'" + operator + "': " + fault.getMessage());
        }
    }

    private static Object whole(String operator, long left, long right) {
        return switch (operator) {
            case "+" -> Math.addExact(left, right);
            case "-" -> Math.subtractExact(left, right);
            case "*" -> Math.multiplyExact(left, right);
            case "//" -> Math.floorDiv(left, right);
            case "%" -> Math.floorMod(left, right);
            default -> right < 0 ? (Object) Math.pow((double) left, (double) right) : (Object) power(left, right);
        };
    }

    private static long power(long base, long exponent) {
        return Math.powExact(base, Math.toIntExact(exponent));
    }

    private static Object floating(String operator, double left, double right) {
        if (right == 0 && (operator.equals("/") || operator.equals("//") || operator.equals("%"))) {
            throw new ArithmeticException("/ by zero");
        }
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            case "//" -> Math.floor(left / right);
            case "%" -> left - Math.floor(left / right) * right;
            default -> Math.pow(left, right);
        };
    }
}
