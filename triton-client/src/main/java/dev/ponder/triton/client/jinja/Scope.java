package dev.ponder.triton.client.jinja;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of a block; those around it can be read and not changed. One rendering's. */
final class Scope {

    private final Map<String, Object> variables;
    private final @Nullable Scope outer;

    private Scope(Map<String, ?> variables, @Nullable Scope outer) {
        this.variables = new HashMap<>(variables);
        this.outer = outer;
    }

    static Scope of(Map<String, ?> variables) {
        return new Scope(variables, null);
    }

    Scope with(Map<String, ?> inner) {
        return new Scope(inner, this);
    }

    Scope inner() {
        return with(Map.of());
    }

    Object get(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Object value = scope.variables.get(name);
            if (value != null) {
                return value;
            }
        }
        return new Undefined("'" + name + "'");
    }

    void set(String name, Object value) {
        variables.put(name, value);
    }
}
