package dev.ponder.triton.client.jinja;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code a.b} and {@code a['b']} give. Pure. */
final class Lookup {

    private Lookup() {}

    static Object attribute(Object of, String name) {
        Object member = member(of, name);
        return member == null ? new Undefined("'" + name + "' of " + Kinds.name(of)) : member;
    }

    /** A key may be somebody's words, so one that isn't there goes unnamed. */
    static Object item(Object of, Object key) {
        Object item =
                switch (of) {
                    case Map<?, ?> map when map.containsKey(key) -> map.get(key);
                    case List<?> list when key instanceof Long index -> at(list, index);
                    case String text when key instanceof Long index -> at(Kinds.items(text), index);
                    default -> key instanceof String name ? member(of, name) : member(of, "");
                };
        return item == null ? new Undefined("an item of " + Kinds.name(of)) : item;
    }

    private static @Nullable Object member(Object of, String name) {
        if (of instanceof Undefined missing) {
            throw missing.fault();
        }
        Callable method = Methods.of(of, name);
        if (method != null) {
            return method;
        }
        return switch (of) {
            case Namespace namespace -> namespace.get(name);
            case LoopState loop -> loop.get(name);
            case Map<?, ?> map -> map.get(name);
            default -> null;
        };
    }

    private static @Nullable Object at(List<?> list, long index) {
        long from = index < 0 ? index + list.size() : index;
        return from >= 0 && from < list.size() ? list.get((int) from) : null;
    }
}
