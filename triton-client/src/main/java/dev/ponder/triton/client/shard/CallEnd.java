package dev.ponder.triton.client.shard;

import io.grpc.Status;

/** How a call ended, in the words of the wire. */
sealed interface CallEnd {

    /** With the final message. */
    record Finished() implements CallEnd {}

    /**
     * With an error message inside the stream, whose status code is lost.
     *
     * @param message the server's own words, which may hold parts of a prompt
     */
    record Refused(String message) implements CallEnd {}

    /** By {@link InferenceCall#cancel()}. */
    record Cancelled() implements CallEnd {}

    /** By a status, {@code OK} where the server hung up without a final message. */
    record Broken(Status status) implements CallEnd {}
}
