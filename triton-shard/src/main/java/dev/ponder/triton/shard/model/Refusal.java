package dev.ponder.triton.shard.model;

import io.grpc.Status;

/**
 * Why a request is refused before any inference, in a Triton server's own words.
 *
 * @param code the status that a unary call ends with; a stream carries the message only
 */
public record Refusal(Status.Code code, String message) {

    static Refusal invalid(String message) {
        return new Refusal(Status.Code.INVALID_ARGUMENT, message);
    }

    static Refusal notFound(String message) {
        return new Refusal(Status.Code.NOT_FOUND, message);
    }

    /** The status of a unary call. */
    public Status status() {
        return Status.fromCode(code).withDescription(message);
    }
}
