package dev.ponder.triton.client.jinja;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values that a function, filter, test, method or macro is called with. */
public record Arguments(List<Object> positional, Map<String, Object> named) {

    static final Arguments NONE = new Arguments(List.of(), Map.of());

    /** Keeps what it is given. */
    public Arguments {
        positional = List.copyOf(positional);
        named = Collections.unmodifiableMap(new LinkedHashMap<>(named)); // In the order given.
    }

    int size() {
        return positional.size() + named.size();
    }

    /** The argument of a place or, given by its name, of that name. */
    Object at(int place, String name, Object otherwise) {
        return place < positional.size() ? positional.get(place) : named.getOrDefault(name, otherwise);
    }

    /**
     * The argument of a place.
     *
     * @throws JinjaException if there is none
     */
    public Object at(int place, String name) {
        Object value = at(place, name, new Undefined("the argument '" + name + "'"));
        if (value instanceof Undefined missing) {
            throw missing.fault();
        }
        return value;
    }

    /** A text argument. */
    String text(int place, String name) {
        return Kinds.text(at(place, name));
    }

    /** A whole number. */
    int number(int place, String name, int otherwise) {
        return Kinds.index(at(place, name, (long) otherwise));
    }

    /** A yes or no. */
    boolean flag(int place, String name, boolean otherwise) {
        return Kinds.truth(at(place, name, otherwise));
    }

    /** Those from a place on, for another call. */
    Arguments from(int place) {
        return new Arguments(positional.subList(Math.min(place, positional.size()), positional.size()), named);
    }
}
