package dev.ponder.simulation.check;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Something that must never be.
 *
 * @param invariant which one is broken
 * @param what in words
 * @param atMillis virtual time since the start
 * @param before what happened before, oldest first
 */
public record Violation(String invariant, String what, long atMillis, List<String> before) {

    public Violation {
        requireNonNull(invariant, "invariant is null");
        requireNonNull(what, "what is null");
        before = List.copyOf(before);
    }
}
