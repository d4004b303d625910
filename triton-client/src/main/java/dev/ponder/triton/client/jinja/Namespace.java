package dev.ponder.triton.client.jinja;

import java.util.HashMap;
import java.util.Map;

/** What {@code namespace()} gives: the one thing that a template can change from within a loop. One rendering's. */
final class Namespace {

    private final Map<String, Object> attributes;

    Namespace(Map<String, Object> attributes) {
        this.attributes = new HashMap<>(attributes);
    }

    Object get(String name) {
        return attributes.getOrDefault(name, new Undefined("namespace's '" + name + "'"));
    }

    void set(String name, Object value) {
        attributes.put(name, value);
    }
}
