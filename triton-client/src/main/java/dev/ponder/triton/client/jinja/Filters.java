package dev.ponder.triton.client.jinja;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What stands after {@code |}. Pure. */
final class Filters {

    static final Map<String, BiFunction<Object, Arguments, Object>> ALL = all();

    private Filters() {}

    private static Map<String, BiFunction<Object, Arguments, Object>> all() {
        Map<String, BiFunction<Object, Arguments, Object>> all = new HashMap<>(ListFilters.ALL);
        all.putAll(TextFilters.ALL);
        all.put("default", Filters::otherwise);
        all.put("d", Filters::otherwise);
        all.put("length", (value, _) -> Kinds.length(value));
        all.put("count", (value, _) -> Kinds.length(value));
        all.put("tojson", (value, arguments) -> new JsonText(arguments).of(value));
        all.put("int", (value, arguments) -> Casts.whole(value, arguments.at(0, "default", 0L)));
        all.put("float", (value, arguments) -> Casts.floating(value, arguments.at(0, "default", 0.0)));
        all.put("abs", (value, _) -> Comparison.order(value, 0L) < 0 ? Numbers.signed("-", value) : value);
        all.put("round", (value, arguments) -> Casts.rounded(value, arguments));
        all.put("attr", (value, arguments) -> Lookup.attribute(value, arguments.text(0, "name")));
        return Map.copyOf(all);
    }

    private static Object otherwise(Object value, Arguments arguments) {
        boolean wanted = value instanceof Undefined || (arguments.flag(1, "boolean", false) && !Kinds.truth(value));
        return wanted ? arguments.at(0, "default_value", "") : value;
    }

    /** Applies a filter. */
    static Object apply(String name, Object value, Arguments arguments) {
        BiFunction<Object, Arguments, Object> filter = ALL.get(name);
        if (filter == null) {
            throw new JinjaException("the filter '" + name + "' isn't known");
        }
        return filter.apply(value, arguments);
    }

    /** Applies a filter to each item. */
    static List<Object> applyToEach(List<Object> items, String name, Arguments arguments) {
        return items.stream().map(item -> apply(name, item, arguments)).toList();
    }
}
