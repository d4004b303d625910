package dev.ponder.triton.client.jinja;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON as Python's {@code json.dumps} spaces it, which models were trained on. One value's. */
final class JsonText {

    private final StringBuilder out = new StringBuilder();
    private final String indent;
    private final String between;
    private final String afterKey;
    private final boolean sorted;
    private final boolean ascii;
    private final boolean lines;

    /** Writes as the arguments of {@code tojson} say. */
    JsonText(Arguments arguments) {
        this.ascii = arguments.flag(0, "ensure_ascii", false);
        Object by = arguments.at(1, "indent", None.NONE);
        this.indent = by instanceof Long
                ? " ".repeat(Math.clamp(Kinds.index(by), 0, 100))
                : Kinds.isNone(by) ? "" : Kinds.text(by);
        List<Object> separators =
                Kinds.items(arguments.at(2, "separators", Tuple.of(Kinds.isNone(by) ? ", " : ",", ": ")));
        this.between = Kinds.text(separators.getFirst());
        this.afterKey = Kinds.text(separators.getLast());
        this.sorted = arguments.flag(3, "sort_keys", false);
        this.lines = !Kinds.isNone(by);
    }

    String of(Object value) {
        write(value, 0);
        return out.toString();
    }

    private void write(Object value, int depth) {
        Budget.requireRoom(out.length());
        switch (value) {
            case String text -> quote(text);
            case Boolean flag -> out.append(flag);
            case None _ -> out.append("null");
            case Long number -> out.append(number);
            case Double number -> out.append(Printed.floating(number));
            case List<?> list -> writeList(list, depth);
            case Map<?, ?> map -> writeMap(map, depth);
            default -> throw new JinjaException(Kinds.name(value) + " can't be written as JSON");
        }
    }

    private void writeList(List<?> list, int depth) {
        out.append('[');
        for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
            begin(depth + 1);
            write(items.next(), depth + 1);
            end(items.hasNext(), depth);
        }
        out.append(']');
    }

    private void writeMap(Map<?, ?> map, int depth) {
        Map<?, ?> ordered = sorted ? sorted(map) : map;
        out.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> entries = ordered.entrySet().iterator(); entries.hasNext(); ) {
            Map.Entry<?, ?> entry = entries.next();
            begin(depth + 1);
            quote(key(entry.getKey()));
            out.append(afterKey);
            write(entry.getValue(), depth + 1);
            end(entries.hasNext(), depth);
        }
        out.append('}');
    }

    private static Map<String, Object> sorted(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(key(key), value));
        return sorted;
    }

    private static String key(Object key) {
        return switch (key) {
            case String text -> text;
            case Boolean flag -> flag.toString();
            case None _ -> "null";
            default -> Printed.text(key);
        };
    }

    private void begin(int depth) {
        if (lines) {
            out.append('\n').repeat(indent, depth);
        }
    }

    private void end(boolean more, int depth) {
        if (more) {
            out.append(between);
        } else {
            begin(depth);
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i));
        }
        out.append('"');
    }

    private void append(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> {
                if (c < ' ' || (ascii && c > '~')) {
                    out.append("\\u%04x".formatted((int) c));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
