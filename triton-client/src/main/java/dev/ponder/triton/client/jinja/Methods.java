package dev.ponder.triton.client.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Methods of values, of those that change nothing. Pure. */
final class Methods {

    private static final Map<String, BiFunction<Map<?, ?>, Arguments, Object>> OF_MAPS = Map.of(
            "items", (map, _) -> items(map),
            "keys", (map, _) -> new ArrayList<Object>(map.keySet()),
            "values", (map, _) -> new ArrayList<Object>(map.values()),
            "get", Methods::get,
            "copy", (map, _) -> map);

    private static final Map<String, BiFunction<List<?>, Arguments, Object>> OF_LISTS = Map.of(
            "index", Methods::indexOf,
            "count",
                    (list, arguments) -> list.stream()
                            .filter(item -> Comparison.equal(item, arguments.at(0, "value")))
                            .count(),
            "copy", (list, _) -> list);

    private Methods() {}

    /** A value's method; null if it has none of that name. */
    static @Nullable Callable of(Object value, String name) {
        return switch (value) {
            case String text -> bound(TextMethods.ALL, text, name);
            case Map<?, ?> map -> bound(OF_MAPS, map, name);
            case List<?> list -> bound(OF_LISTS, list, name);
            default -> null;
        };
    }

    private static <T> @Nullable Callable bound(
            Map<String, BiFunction<T, Arguments, Object>> methods, T value, String name) {
        BiFunction<T, Arguments, Object> method = methods.get(name);
        return method == null ? null : arguments -> method.apply(value, arguments);
    }

    static List<Object> items(Map<?, ?> map) {
        List<Object> items = new ArrayList<>();
        map.forEach((key, value) -> items.add(Tuple.of(key, value)));
        return items;
    }

    private static Object get(Map<?, ?> map, Arguments arguments) {
        Object value = map.get(arguments.at(0, "key"));
        return value == null ? arguments.at(1, "default", None.NONE) : value;
    }

    private static Object indexOf(List<?> list, Arguments arguments) {
        Object wanted = arguments.at(0, "value");
        for (int i = 0; i < list.size(); i++) {
            if (Comparison.equal(list.get(i), wanted)) {
                return (long) i;
            }
        }
        throw new JinjaException("the list has no such item");
    }
}
