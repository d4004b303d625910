package dev.ponder.triton.client.jinja;

import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Filters of texts; another value is written out first. Pure. */
final class TextFilters {

    static final Map<String, BiFunction<Object, Arguments, Object>> ALL = Map.ofEntries(
            filter("upper", text -> text.toUpperCase(Locale.ROOT)),
            filter("lower", text -> text.toLowerCase(Locale.ROOT)),
            filter("title", Casing::titledWords),
            filter("capitalize", Casing::capitalized),
            filter("string", text -> text),
            filter("safe", text -> text),
            filter("e", TextFilters::escaped),
            filter("escape", TextFilters::escaped),
            Map.entry("trim", (value, arguments) -> Stripping.of(Printed.text(value), arguments, true, true)),
            Map.entry(
                    "replace",
                    (value, arguments) -> Replacing.of(
                            Printed.text(value),
                            arguments.text(0, "old"),
                            arguments.text(1, "new"),
                            arguments.number(2, "count", -1))),
            Map.entry(
                    "format",
                    (value, arguments) -> PercentFormat.of(Printed.text(value), new Tuple(arguments.positional()))),
            Map.entry("indent", (value, arguments) -> indented(Printed.text(value), arguments)),
            Map.entry("wordcount", (value, _) -> (long)
                    Splitting.of(Printed.text(value), Arguments.NONE, false).size()));

    private TextFilters() {}

    private static Map.Entry<String, BiFunction<Object, Arguments, Object>> filter(
            String name, UnaryOperator<String> filter) {
        return Map.entry(name, (value, _) -> filter.apply(Printed.text(value)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("'", "&#39;")
                .replace("\"", "&#34;");
    }

    private static String indented(String text, Arguments arguments) {
        Object width = arguments.at(0, "width", 4L);
        String by = width instanceof String given ? given : " ".repeat(Math.clamp(Kinds.index(width), 0, 1000));
        boolean first = arguments.flag(1, "first", false);
        boolean blank = arguments.flag(2, "blank", false);
        StringBuilder indented = new StringBuilder();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean wanted = i == 0 ? first : blank || !lines[i].isEmpty();
            indented.append(i == 0 ? "" : "\n").append(wanted ? by : "").append(lines[i]);
            Budget.requireRoom(indented.length());
        }
        return indented.toString();
    }
}
