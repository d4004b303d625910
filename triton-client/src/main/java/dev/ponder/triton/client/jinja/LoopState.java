package dev.ponder.triton.client.jinja;

import java.util.List;

/** The {@code loop} of one turn of a for. */
record LoopState(List<Object> items, int index0, int depth) {

    Object get(String name) {
        int size = items.size();
        return switch (name) {
            case "index" -> index0 + 1L;
            case "index0" -> (long) index0;
            case "revindex" -> (long) size - index0;
            case "revindex0" -> (long) size - index0 - 1;
            case "first" -> index0 == 0;
            case "last" -> index0 == size - 1;
            case "length" -> (long) size;
            case "depth" -> depth + 1L;
            case "depth0" -> (long) depth;
            case "previtem" -> index0 > 0 ? items.get(index0 - 1) : new Undefined("the item before the first");
            case "nextitem" -> index0 < size - 1 ? items.get(index0 + 1) : new Undefined("the item after the last");
            case "cycle" -> (Callable) arguments -> cycled(arguments.positional());
            default -> new Undefined("loop's '" + name + "'");
        };
    }

    private Object cycled(List<Object> values) {
        if (values.isEmpty()) {
            throw new JinjaException("loop.cycle needs a value");
        }
        return values.get(index0 % values.size());
    }
}
