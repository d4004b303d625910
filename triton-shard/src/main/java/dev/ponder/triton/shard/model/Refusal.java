package dev.ponder.triton.shard.model;

import dev.ponder.triton.wire.ModelInferRequest;
import io.grpc.Status;

/**
 * Why a request is refused before any inference, in a Triton server's own words.
 *
 * @param code the status that a unary call ends with; a stream carries the message only
 * @param byBackend whether the request had reached its model, so that the message carries a final mark
 */
public record Refusal(Status.Code code, String message, boolean byBackend) {

    /** A refusal of the server's own. */
    public Refusal(Status.Code code, String message) {
        this(code, message, false);
    }

    /** A unary call for a model that may answer any number of times. */
    public static final Refusal DECOUPLED = new Refusal(
            Status.Code.UNIMPLEMENTED, "ModelInfer RPC doesn't support models with decoupled transaction policy");

    /** Too many requests wait. */
    public static Refusal queueFull(ModelInferRequest request) {
        return new Refusal(Status.Code.UNAVAILABLE, Validation.prefix(request) + "Exceeds maximum queue size");
    }

    static Refusal invalid(String message) {
        return new Refusal(Status.Code.INVALID_ARGUMENT, message);
    }

    static Refusal ofBackend(String message) {
        return new Refusal(Status.Code.INVALID_ARGUMENT, message, true);
    }

    static Refusal notFound(String message) {
        return new Refusal(Status.Code.NOT_FOUND, message);
    }

    /** The status of a unary call. */
    public Status status() {
        return Status.fromCode(code).withDescription(message);
    }
}
