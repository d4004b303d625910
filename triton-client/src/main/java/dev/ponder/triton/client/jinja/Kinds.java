package dev.ponder.triton.client.jinja;

import static dev.ponder.triton.client.jinja.None.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a value is, and what it is taken for where another kind is asked for. Pure. */
final class Kinds {

    private Kinds() {}

    static boolean truth(Object value) {
        return switch (value) {
            case Boolean flag -> flag;
            case String text -> !text.isEmpty();
            case Long number -> number != 0;
            case Double number -> number != 0;
            case List<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            case None _, Undefined _ -> false;
            default -> true;
        };
    }

    /** What a loop goes over: a map's keys, a text's characters. */
    static List<Object> items(Object value) {
        return switch (value) {
            case List<?> list -> new ArrayList<>(list);
            case Map<?, ?> map -> new ArrayList<>(map.keySet());
            case String text ->
                new ArrayList<>(text.codePoints().mapToObj(Character::toString).toList());
            case Undefined _ -> List.of();
            default -> throw new JinjaException(name(value) + " can't be gone over");
        };
    }

    static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw wrong(value, "a text");
    }

    static Map<?, ?> map(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong(value, "a dict");
    }

    static int index(Object value) {
        return switch (value) {
            case Long number -> Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case Boolean flag -> flag ? 1 : 0;
            default -> throw wrong(value, "a whole number");
        };
    }

    static long length(Object value) {
        return switch (value) {
            case String text -> text.codePointCount(0, text.length());
            case List<?> list -> list.size();
            case Map<?, ?> map -> map.size();
            case Undefined _ -> 0;
            default -> throw wrong(value, "something with a length");
        };
    }

    static JinjaException wrong(Object value, String wanted) {
        return value instanceof Undefined missing
                ? missing.fault()
                : new JinjaException(name(value) + " stands where " + wanted + " should");
    }

    /** The kind as a message names it; the value itself may be somebody's words. */
    static String name(Object value) {
        return switch (value) {
            case String _ -> "a text";
            case Long _, Double _ -> "a number";
            case Boolean _ -> "a boolean";
            case List<?> _ -> "a list";
            case Map<?, ?> _ -> "a dict";
            case None _ -> "none";
            case Undefined _ -> "an undefined value";
            case Callable _ -> "a function";
            default -> "such a value";
        };
    }

    static boolean isNone(Object value) {
        return value == NONE;
    }
}
