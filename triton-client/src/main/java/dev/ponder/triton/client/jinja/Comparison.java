package dev.ponder.triton.client.jinja;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Equality, order and membership. Pure. */
final class Comparison {

    private Comparison() {}

    static boolean holds(String operator, Object left, Object right) {
        return switch (operator) {
            case "==" -> equal(left, right);
            case "!=" -> !equal(left, right);
            case "in" -> contains(right, left);
            case "not in" -> !contains(right, left);
            case "<" -> order(left, right) < 0;
            case "<=" -> order(left, right) <= 0;
            case ">" -> order(left, right) > 0;
            default -> order(left, right) >= 0;
        };
    }

    static boolean equal(Object left, Object right) {
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return order(left, right) == 0;
        }
        if (left instanceof List<?> list && right instanceof List<?> other) {
            return left instanceof Tuple == right instanceof Tuple && equalItems(list, other);
        }
        if (left instanceof Undefined && right instanceof Undefined) {
            return true;
        }
        if (left instanceof Map<?, ?> map && right instanceof Map<?, ?> other) {
            return equalEntries(map, other);
        }
        return left.equals(right);
    }

    private static boolean equalItems(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!equal(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalEntries(Map<?, ?> left, Map<?, ?> right) {
        return left.size() == right.size()
                && left.entrySet().stream().allMatch(entry -> {
                    Object other = right.get(entry.getKey());
                    return other != null && equal(entry.getValue(), other);
                });
    }

    static boolean contains(Object container, Object value) {
        return switch (container) {
            case String text -> text.contains(Kinds.text(value));
            case Map<?, ?> map -> map.containsKey(value);
            default -> Kinds.items(container).stream().anyMatch(item -> equal(item, value));
        };
    }

    static int order(Object left, Object right) {
        if (left instanceof String text && right instanceof String other) {
            return compared(text, other);
        }
        if (Numbers.isWhole(left) && Numbers.isWhole(right)) {
            return Long.compare(Numbers.whole(left), Numbers.whole(right));
        }
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Double.compare(Numbers.floating(left) + 0.0, Numbers.floating(right) + 0.0);
        }
        throw new JinjaException(Kinds.name(left) + " and " + Kinds.name(right) + " have no order");
    }

    /** By characters as Python counts them, not by UTF-16. */
    private static int compared(String left, String right) {
        return Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
    }
}
