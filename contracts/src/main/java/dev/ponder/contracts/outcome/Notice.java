package dev.ponder.contracts.outcome;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.ponder.contracts.id.RequestKey;

/**
 * The value of {@code reasoning.outcomes}, all that settlement is told: that a request's work is on its way, that somebody goes on
 * with it though its record is gone, that its sender cancelled it, or how an attempt at it ended. Keyed by request id, so that what is said of one request is
 * heard in one order.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Outcome.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = Dispatched.class, name = "dispatched"),
    @JsonSubTypes.Type(value = Held.class, name = "held"),
    @JsonSubTypes.Type(value = Cancelled.class, name = "cancelled")
})
public sealed interface Notice permits Outcome, Dispatched, Held, Cancelled {

    /** The version that this code writes. */
    int VERSION = 1;

    /** The version of the form. */
    int v();

    /** Whose request it is about. */
    RequestKey key();

    /** Refuses a version that this code does not know. */
    static void requireVersion(int v) {
        if (v != VERSION) {
            throw new IllegalArgumentException("notice version is not " + VERSION + ": " + v);
        }
    }
}
