package dev.ponder.triton.client.jinja;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Filters of lists. None changes what it is given. Pure. */
final class ListFilters {

    private static final Comparator<Object> BY_ORDER = Comparison::order;

    static final Map<String, BiFunction<Object, Arguments, Object>> ALL = Map.ofEntries(
            Map.entry("list", (value, _) -> Kinds.items(value)),
            Map.entry("first", (value, _) -> end(Kinds.items(value), false)),
            Map.entry("last", (value, _) -> end(Kinds.items(value), true)),
            Map.entry("join", ListFilters::joined),
            Map.entry("reverse", (value, _) -> reversed(value)),
            Map.entry("map", ListFilters::mapped),
            Map.entry("select", (value, arguments) -> chosen(value, test(arguments), true)),
            Map.entry("reject", (value, arguments) -> chosen(value, test(arguments), false)),
            Map.entry("selectattr", (value, arguments) -> chosen(value, attributeTest(arguments), true)),
            Map.entry("rejectattr", (value, arguments) -> chosen(value, attributeTest(arguments), false)),
            Map.entry("sum", ListFilters::sum),
            Map.entry("max", (value, _) -> most(value, BY_ORDER)),
            Map.entry("min", (value, _) -> most(value, BY_ORDER.reversed())),
            Map.entry("sort", ListFilters::sorted),
            Map.entry("unique", (value, _) -> unique(Kinds.items(value))),
            Map.entry("items", (value, _) -> value instanceof Undefined ? List.of() : Methods.items(Kinds.map(value))),
            Map.entry("dictsort", (value, _) -> dictSorted(Kinds.map(value))));

    private ListFilters() {}

    private static Object end(List<Object> items, boolean last) {
        if (items.isEmpty()) {
            return new Undefined("an item of an empty list");
        }
        return last ? items.getLast() : items.getFirst();
    }

    private static Object joined(Object value, Arguments arguments) {
        List<Object> items = Kinds.items(value);
        Object attribute = arguments.at(1, "attribute", None.NONE);
        List<Object> texts = items.stream()
                .map(item -> (Object) Printed.text(Kinds.isNone(attribute) ? item : path(item, attribute)))
                .toList();
        return TextMethods.joined(Printed.text(arguments.at(0, "d", "")), texts);
    }

    private static Object reversed(Object value) {
        List<Object> items = Kinds.items(value).reversed();
        return value instanceof String ? TextMethods.joined("", items) : items;
    }

    /** Choosing from none, or whatever else is false, chooses nothing. */
    private static List<Object> itemsIfAny(Object value) {
        return Kinds.truth(value) ? Kinds.items(value) : List.of();
    }

    private static List<Object> mapped(Object value, Arguments arguments) {
        List<Object> items = itemsIfAny(value);
        Object attribute = arguments.named().getOrDefault("attribute", None.NONE);
        if (Kinds.isNone(attribute)) {
            return Filters.applyToEach(items, arguments.text(0, "filter"), arguments.from(1));
        }
        return items.stream()
                .map(item -> attributeOf(item, attribute, arguments))
                .toList();
    }

    private static Object attributeOf(Object item, Object attribute, Arguments arguments) {
        Object value = path(item, attribute);
        return value instanceof Undefined ? arguments.named().getOrDefault("default", value) : value;
    }

    /** An attribute, or one of an attribute and so on, with dots between. */
    private static Object path(Object item, Object attribute) {
        if (attribute instanceof Long) {
            return Lookup.item(item, attribute);
        }
        Object value = item;
        for (String name : Kinds.text(attribute).split("\\.", -1)) {
            value = Lookup.item(value, name);
        }
        return value;
    }

    private static List<Object> chosen(Object value, Predicate<Object> test, boolean wanted) {
        return itemsIfAny(value).stream()
                .filter(item -> test.test(item) == wanted)
                .toList();
    }

    private static Predicate<Object> test(Arguments arguments) {
        if (arguments.positional().isEmpty()) {
            return Kinds::truth;
        }
        String name = arguments.text(0, "test");
        return item -> Tests.holds(name, item, arguments.from(1));
    }

    private static Predicate<Object> attributeTest(Arguments arguments) {
        Object attribute = arguments.at(0, "attribute");
        Predicate<Object> test = test(arguments.from(1));
        return item -> test.test(path(item, attribute));
    }

    private static Object sum(Object value, Arguments arguments) {
        Object attribute = arguments.at(0, "attribute", None.NONE);
        Object sum = arguments.at(1, "start", 0L);
        for (Object item : Kinds.items(value)) {
            sum = Arithmetic.of("+", sum, Kinds.isNone(attribute) ? item : path(item, attribute));
        }
        return sum;
    }

    private static Object most(Object value, Comparator<Object> order) {
        return Kinds.items(value).stream().max(order).orElse(new Undefined("an item of an empty list"));
    }

    /** Texts without regard to case, unless told otherwise. */
    private static List<Object> sorted(Object value, Arguments arguments) {
        Object attribute = arguments.at(2, "attribute", None.NONE);
        boolean exact = arguments.flag(1, "case_sensitive", false);
        Comparator<Object> order =
                (left, right) -> Comparison.order(sortKey(left, attribute, exact), sortKey(right, attribute, exact));
        List<Object> sorted = new ArrayList<>(Kinds.items(value));
        sorted.sort(arguments.flag(0, "reverse", false) ? order.reversed() : order);
        return sorted;
    }

    private static Object sortKey(Object item, Object attribute, boolean exact) {
        Object key = Kinds.isNone(attribute) ? item : path(item, attribute);
        return key instanceof String text && !exact ? text.toLowerCase(Locale.ROOT) : key;
    }

    private static List<Object> unique(List<Object> items) {
        List<Object> unique = new ArrayList<>();
        List<Object> seen = new ArrayList<>();
        for (Object item : items) {
            Object key = sortKey(item, None.NONE, false);
            if (!Comparison.contains(seen, key)) {
                seen.add(key);
                unique.add(item);
            }
        }
        return unique;
    }

    private static List<Object> dictSorted(Map<?, ?> map) {
        List<Object> items = Methods.items(map);
        items.sort((left, right) -> Comparison.order(dictKey(left), dictKey(right)));
        return items;
    }

    private static Object dictKey(Object item) {
        return sortKey(Lookup.item(item, 0L), None.NONE, false);
    }
}
