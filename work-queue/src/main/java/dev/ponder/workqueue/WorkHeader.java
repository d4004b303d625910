package dev.ponder.workqueue;

import static java.util.Objects.requireNonNull;

/** A header of a record; one without a value counts as zero bytes. */
public record WorkHeader(String name, Payload value) {

    public WorkHeader {
        requireNonNull(name, "name is null");
        requireNonNull(value, "value is null");
    }
}
