package dev.ponder.triton.client.jinja;

/** What a template can call. */
@FunctionalInterface
public interface Callable {

    /** Calls it. */
    Object call(Arguments arguments);
}
