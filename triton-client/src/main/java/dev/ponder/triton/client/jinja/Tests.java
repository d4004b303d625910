package dev.ponder.triton.client.jinja;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** What stands after {@code is}. Pure. */
final class Tests {

    static final Map<String, BiPredicate<Object, Arguments>> ALL = Map.ofEntries(
            test("defined", value -> !(value instanceof Undefined)),
            test("undefined", value -> value instanceof Undefined),
            test("none", Kinds::isNone),
            test("string", value -> value instanceof String),
            test("number", Numbers::isNumber),
            test("integer", value -> value instanceof Long),
            test("float", value -> value instanceof Double),
            test("boolean", value -> value instanceof Boolean),
            test("true", value -> value.equals(true)),
            test("false", value -> value.equals(false)),
            test("mapping", value -> value instanceof Map),
            test("iterable", Tests::hasItems),
            test("sequence", Tests::hasItems),
            test("callable", value -> value instanceof Callable),
            test("even", value -> Numbers.whole(value) % 2 == 0),
            test("odd", value -> Numbers.whole(value) % 2 != 0),
            test("upper", value -> Casing.isUpper(Printed.text(value))),
            test("lower", value -> Casing.isLower(Printed.text(value))),
            Map.entry(
                    "divisibleby",
                    (value, arguments) -> Numbers.whole(Arithmetic.of("%", value, arguments.at(0, "num"))) == 0),
            Map.entry("sameas", (value, arguments) -> value.equals(arguments.at(0, "other"))),
            comparison("eq", "=="),
            comparison("equalto", "=="),
            comparison("==", "=="),
            comparison("ne", "!="),
            comparison("!=", "!="),
            comparison("lt", "<"),
            comparison("lessthan", "<"),
            comparison("<", "<"),
            comparison("le", "<="),
            comparison("<=", "<="),
            comparison("gt", ">"),
            comparison("greaterthan", ">"),
            comparison(">", ">"),
            comparison("ge", ">="),
            comparison(">=", ">="),
            comparison("in", "in"));

    private Tests() {}

    private static Map.Entry<String, BiPredicate<Object, Arguments>> test(String name, Predicate<Object> test) {
        return Map.entry(name, (value, _) -> test.test(value));
    }

    private static Map.Entry<String, BiPredicate<Object, Arguments>> comparison(String name, String operator) {
        return Map.entry(name, (value, arguments) -> Comparison.holds(operator, value, arguments.at(0, "other")));
    }

    private static boolean hasItems(Object value) {
        return value instanceof String || value instanceof List || value instanceof Map || value instanceof Undefined;
    }

    /** Whether a test holds. */
    static boolean holds(String name, Object value, Arguments arguments) {
        BiPredicate<Object, Arguments> test = ALL.get(name);
        if (test == null) {
            throw new JinjaException("the test '" + name + "' isn't known");
        }
        return test.test(value, arguments);
    }
}
