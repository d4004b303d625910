package dev.ponder.contracts.outcome;

import org.jspecify.annotations.Nullable;

/**
 * Where the time went, in milliseconds; null where a request never came that far.
 *
 * @param routerMs from the request's append to its dispatch (or its hit)
 * @param queueMs from the work record's append to the sending of the generation call
 * @param ttftMs from the sending of the generation call to its first token
 * @param itlMs mean time between later tokens
 * @param generationMs from the sending of the generation call to its end
 */
public record Timings(
        @Nullable Double routerMs,
        @Nullable Double queueMs,
        @Nullable Double ttftMs,
        @Nullable Double itlMs,
        @Nullable Double generationMs) {

    /** Nothing was timed. */
    public static final Timings NONE = new Timings(null, null, null, null, null);
}
