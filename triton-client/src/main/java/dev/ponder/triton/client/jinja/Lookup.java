package dev.ponder.triton.client.jinja;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code a.b} and {@code a['b']} give. Pure. */
final class Lookup {

    private Lookup() {}

    static Object attribute(Object of, String name) {
        return switch (of) {
            case Undefined missing -> throw missing.fault();
            case Namespace namespace -> namespace.get(name);
            case LoopState loop -> loop.get(name);
            case Map<?, ?> map -> {
                @Nullable Callable method = Methods.of(map, name);
                yield method == null ? key(map, name) : method;
            }
            default -> {
                @Nullable Callable method = Methods.of(of, name);
                yield method == null ? missing(of, name) : method;
            }
        };
    }

    static Object item(Object of, Object key) {
        return switch (of) {
            case Undefined missing -> throw missing.fault();
            case Map<?, ?> map when map.containsKey(key) -> key(map, key);
            case List<?> list when key instanceof Long index -> at(list, index);
            case String text when key instanceof Long index -> at(Kinds.items(text), index);
            default -> key instanceof String name ? attribute(of, name) : missing(of, Printed.text(key));
        };
    }

    private static Object key(Map<?, ?> map, Object key) {
        Object value = map.get(key);
        return value == null ? missing(map, Printed.text(key)) : value;
    }

    private static Object at(List<?> list, long index) {
        long from = index < 0 ? index + list.size() : index;
        return from >= 0 && from < list.size() ? list.get((int) from) : missing(list, Long.toString(index));
    }

    private static Undefined missing(Object of, String name) {
        return new Undefined("'" + name + "' of " + Kinds.name(of));
    }
}
