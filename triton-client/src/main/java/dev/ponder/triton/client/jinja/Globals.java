package dev.ponder.triton.client.jinja;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** What every template can call. Pure. */
final class Globals {

    static final Map<String, Callable> ALL = Map.of(
            "range",
            Globals::range,
            "dict",
            arguments -> new LinkedHashMap<Object, Object>(arguments.named()),
            "namespace",
            arguments -> new Namespace(arguments.named()),
            "raise_exception",
            Globals::raise);

    private Globals() {}

    private static Object raise(Arguments arguments) {
        throw new RaisedException(Printed.text(arguments.at(0, "message")));
    }

    private static List<Object> range(Arguments arguments) {
        boolean hasStart = arguments.positional().size() > 1;
        long from = hasStart ? Kinds.index(arguments.at(0, "start")) : 0;
        long to = Kinds.index(arguments.at(hasStart ? 1 : 0, "stop"));
        long by = arguments.number(2, "step", 1);
        if (by == 0) {
            throw new JinjaException("a range's step is 0");
        }
        long count = Math.max(0, Math.ceilDiv(to - from, by));
        Budget.requireItems(count);
        return List.copyOf(LongStream.range(0, count)
                .mapToObj(i -> (Object) (from + i * by))
                .toList());
    }
}
