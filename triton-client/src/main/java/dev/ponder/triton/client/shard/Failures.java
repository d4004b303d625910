package dev.ponder.triton.client.shard;

import dev.ponder.triton.client.generation.FailureKind;
import io.grpc.Status;

/**
 * Sorts what a Triton server says into kinds. Inside a stream the status code is lost and only text remains, so texts are matched
 * against what a real server (2.51.0) was seen to say. Pure.
 */
final class Failures {

    private Failures() {}

    /** The kind of a call's status. */
    static FailureKind kindOf(Status status) {
        return switch (status.getCode()) {
            case DEADLINE_EXCEEDED -> FailureKind.DEADLINE;
            case INVALID_ARGUMENT, UNIMPLEMENTED, RESOURCE_EXHAUSTED -> FailureKind.REFUSED;
            case NOT_FOUND -> FailureKind.MODEL_UNKNOWN;
            case INTERNAL, UNKNOWN, DATA_LOSS -> FailureKind.ENGINE_ERROR;
            default -> FailureKind.UNAVAILABLE;
        };
    }

    /** The kind of an error message in a stream. */
    static FailureKind kindOf(String message) {
        if (message.contains("has no available versions")
                || message.contains("Server exiting")
                || message.contains("shutting down")) {
            return FailureKind.LEAVING;
        }
        if (message.contains("Exceeds maximum queue size") || message.contains("Request timeout expired")) {
            return FailureKind.QUEUE_FULL;
        }
        if (message.startsWith("Request for unknown model")) {
            return FailureKind.MODEL_UNKNOWN;
        }
        return isRefusal(message) ? FailureKind.REFUSED : FailureKind.ENGINE_ERROR;
    }

    private static boolean isRefusal(String message) {
        return message.contains("inference input")
                || message.contains("unexpected shape for input")
                || message.contains("missing required input")
                || message.contains("input byte size mismatch")
                || message.contains("unexpected inference output")
                || message.contains("reserved for Triton usage");
    }

    /** A sentence that names the kind; the server's own text may hold parts of a prompt and is not repeated. */
    static String sentence(String shard, FailureKind kind) {
        return switch (kind) {
            case UNAVAILABLE -> shard + " could not be reached or hung up.";
            case LEAVING -> shard + " is shutting down.";
            case QUEUE_FULL -> shard + " has too many requests waiting.";
            case MODEL_UNKNOWN -> shard + " does not serve the model.";
            case BROKEN_STREAM -> shard + " ended the stream without a final message.";
            case ENGINE_ERROR -> shard + " answered with an error.";
            case UNREADABLE -> shard + " answered in a form that its metadata does not promise.";
            case DEADLINE -> shard + " did not finish before the deadline.";
            case REFUSED -> shard + " refused the request as invalid.";
        };
    }
}
