package dev.ponder.triton.client.jinja;

import java.util.ArrayList;
import java.util.List;

/** What {@code a[from:to:step]} gives. Pure. */
final class Slices {

    private Slices() {}

    static Object of(Object of, Object from, Object to, Object step) {
        return switch (of) {
            case String text -> String.join("", texts(slice(Kinds.items(text), from, to, step)));
            case Tuple tuple -> new Tuple(slice(new ArrayList<>(tuple), from, to, step));
            case List<?> list -> slice(new ArrayList<>(list), from, to, step);
            default -> throw Kinds.wrong(of, "a list or a text");
        };
    }

    private static List<String> texts(List<Object> items) {
        return items.stream().map(Kinds::text).toList();
    }

    private static List<Object> slice(List<Object> items, Object from, Object to, Object step) {
        long by = Kinds.isNone(step) ? 1 : Kinds.index(step);
        if (by == 0) {
            throw new JinjaException("a slice's step is 0");
        }
        int size = items.size();
        long first = by > 0 ? 0 : -1;
        long begin = Kinds.isNone(from) ? (by > 0 ? 0 : size - 1) : place(from, size, first);
        long end = Kinds.isNone(to) ? (by > 0 ? size : -1) : place(to, size, first);
        List<Object> slice = new ArrayList<>();
        for (long i = begin; by > 0 ? i < end : i > end; i += by) {
            slice.add(items.get((int) i));
        }
        return slice;
    }

    /** Counted from the end if negative, and never outside: forward from 0 to the size, backward from -1 to the last. */
    private static long place(Object index, int size, long first) {
        long counted = Kinds.index(index);
        return Math.clamp(counted < 0 ? counted + size : counted, first, Math.max(first, size + first));
    }
}
