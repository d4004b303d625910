package dev.ponder.triton.client.jinja;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/** Methods of Python's strings. Places are counted in characters, not in UTF-16. Pure. */
final class TextMethods {

    static final Map<String, BiFunction<String, Arguments, Object>> ALL = Map.ofEntries(
            method("strip", (text, arguments) -> Stripping.of(text, arguments, true, true)),
            method("lstrip", (text, arguments) -> Stripping.of(text, arguments, true, false)),
            method("rstrip", (text, arguments) -> Stripping.of(text, arguments, false, true)),
            method("split", (text, arguments) -> Splitting.of(text, arguments, false)),
            method("rsplit", (text, arguments) -> Splitting.of(text, arguments, true)),
            method("splitlines", (text, _) -> Splitting.lines(text)),
            method("partition", (text, arguments) -> Splitting.partition(text, arguments.text(0, "sep"))),
            method("startswith", (text, arguments) -> any(text, arguments, String::startsWith)),
            method("endswith", (text, arguments) -> any(text, arguments, String::endsWith)),
            method("removeprefix", (text, arguments) -> {
                String prefix = arguments.text(0, "prefix");
                return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
            }),
            method("removesuffix", (text, arguments) -> {
                String suffix = arguments.text(0, "suffix");
                return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
            }),
            method(
                    "replace",
                    (text, arguments) -> Replacing.of(
                            text,
                            arguments.text(0, "old"),
                            arguments.text(1, "new"),
                            arguments.number(2, "count", -1))),
            method("upper", (text, _) -> text.toUpperCase(Locale.ROOT)),
            method("lower", (text, _) -> text.toLowerCase(Locale.ROOT)),
            method("title", (text, _) -> Casing.title(text)),
            method("capitalize", (text, _) -> Casing.capitalized(text)),
            method("format", BraceFormat::of),
            method("join", (text, arguments) -> joined(text, Kinds.items(arguments.at(0, "iterable")))),
            method("find", (text, arguments) -> place(text, text.indexOf(arguments.text(0, "sub")))),
            method("rfind", (text, arguments) -> place(text, text.lastIndexOf(arguments.text(0, "sub")))),
            method("index", (text, arguments) -> {
                long found = place(text, text.indexOf(arguments.text(0, "sub")));
                if (found < 0) {
                    throw new JinjaException("the text has no such part");
                }
                return found;
            }),
            method("count", (text, arguments) -> Replacing.count(text, arguments.text(0, "sub"))),
            method("isdigit", (text, _) -> all(text, Character::isDigit)),
            method("isalpha", (text, _) -> all(text, Character::isLetter)),
            method("isalnum", (text, _) -> all(text, Character::isLetterOrDigit)),
            method("isspace", (text, _) -> all(text, Blank::is)),
            method("isupper", (text, _) -> Casing.isUpper(text)),
            method("islower", (text, _) -> Casing.isLower(text)));

    private TextMethods() {}

    private static Map.Entry<String, BiFunction<String, Arguments, Object>> method(
            String name, BiFunction<String, Arguments, Object> method) {
        return Map.entry(name, method);
    }

    /** Whether it holds for the text given, or one of several. */
    private static boolean any(String text, Arguments arguments, BiPredicate<String, String> holds) {
        Object given = arguments.at(0, "prefix");
        List<?> all = given instanceof Tuple tuple ? tuple : List.of(given);
        return all.stream().anyMatch(one -> holds.test(text, Kinds.text(one)));
    }

    static String joined(String between, List<Object> items) {
        List<String> texts = items.stream().map(Kinds::text).toList();
        Budget.requireRoom(texts.stream()
                .mapToLong(text -> text.length() + between.length())
                .sum());
        return String.join(between, texts);
    }

    private static long place(String text, int found) {
        return found < 0 ? -1 : text.codePointCount(0, found);
    }

    private static boolean all(String text, IntPredicate holds) {
        return !text.isEmpty() && text.codePoints().allMatch(holds);
    }
}
