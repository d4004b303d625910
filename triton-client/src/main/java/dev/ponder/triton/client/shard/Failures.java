package dev.ponder.triton.client.shard;

import dev.ponder.triton.client.generation.FailureKind;
import io.grpc.Status;
import java.util.List;

/**
 * Sorts what a Triton server says into kinds. Inside a stream the status code is lost and only text remains, so texts are matched
 * against what a real server (2.51.0) was seen to say. Pure.
 */
final class Failures {

    private static final List<String> LEAVING = List.of(
            "has no available versions", "Server exiting", "Server is stopping", "shutting down", "Server not ready");
    private static final List<String> SENT_AWAY = List.of("GOAWAY", "ENHANCE_YOUR_CALM", "Bandwidth exhausted");
    private static final List<String> FULL = List.of("Exceeds maximum queue size", "Request timeout expired");
    private static final List<String> NO_MODEL = List.of("Request for unknown model", "is not at ready state");
    private static final List<String> WRONG = List.of(
            "inference input",
            "unexpected inference output",
            "unexpected shape for input",
            "has no shape but model requires",
            "batch size does not match",
            "batch-size must be",
            "missing required input",
            "already exists in request",
            "input byte size mismatch",
            "unexpected explicit tensor data",
            "unable to find data for input",
            "reserved for Triton usage",
            "invalid value type for",
            "failed to get model version");

    private Failures() {}

    /** The kind of a call's status; {@code OK} is one that ended without a final message. */
    static FailureKind kindOf(Status status) {
        String said = status.getDescription() == null ? "" : status.getDescription();
        return switch (status.getCode()) {
            case OK, CANCELLED, ABORTED -> FailureKind.BROKEN_STREAM;
            case DEADLINE_EXCEEDED -> FailureKind.DEADLINE;
            case INVALID_ARGUMENT, OUT_OF_RANGE, FAILED_PRECONDITION -> FailureKind.REFUSED;
            case RESOURCE_EXHAUSTED -> exhausted(said);
            case NOT_FOUND, UNIMPLEMENTED -> says(said, LEAVING) ? FailureKind.LEAVING : FailureKind.MODEL_UNKNOWN;
            case INTERNAL, UNKNOWN, DATA_LOSS, ALREADY_EXISTS -> FailureKind.ENGINE_ERROR;
            case UNAVAILABLE, PERMISSION_DENIED, UNAUTHENTICATED -> unavailable(said);
        };
    }

    /** A server that is pinged too often hangs up with a GOAWAY, which grpc-java shows under this code too. */
    private static FailureKind exhausted(String said) {
        if (said.contains("exceeds maximum size")) {
            return FailureKind.TOO_LARGE;
        }
        return says(said, SENT_AWAY) ? FailureKind.UNAVAILABLE : FailureKind.QUEUE_FULL;
    }

    private static FailureKind unavailable(String said) {
        if (says(said, LEAVING)) {
            return FailureKind.LEAVING;
        }
        if (says(said, FULL)) {
            return FailureKind.QUEUE_FULL;
        }
        return says(said, NO_MODEL) ? FailureKind.MODEL_UNKNOWN : FailureKind.UNAVAILABLE;
    }

    /** The kind of an error message in a stream. */
    static FailureKind kindOf(String message) {
        if (says(message, LEAVING)) {
            return FailureKind.LEAVING;
        }
        if (says(message, FULL)) {
            return FailureKind.QUEUE_FULL;
        }
        if (says(message, NO_MODEL)) {
            return FailureKind.MODEL_UNKNOWN;
        }
        return says(message, WRONG) ? FailureKind.REFUSED : FailureKind.ENGINE_ERROR;
    }

    private static boolean says(String message, List<String> phrases) {
        return phrases.stream().anyMatch(message::contains);
    }

    /** A sentence that names the kind; the server's own text may hold parts of a prompt and is not repeated. */
    static String sentence(String shard, FailureKind kind) {
        return switch (kind) {
            case UNAVAILABLE -> shard + " could not be reached or hung up.";
            case LEAVING -> shard + " is shutting down.";
            case QUEUE_FULL -> shard + " has too many requests waiting.";
            case MODEL_UNKNOWN -> shard + " does not serve the model in a form that is known.";
            case BROKEN_STREAM -> shard + " ended the stream without a final message.";
            case ENGINE_ERROR -> shard + " answered with an error.";
            case UNREADABLE -> shard + " answered in a form that its metadata does not promise.";
            case NO_SHARD -> shard + " has no shard that may be asked.";
            case DEADLINE -> shard + " did not finish before the deadline.";
            case TOO_LARGE -> shard + " sent a message that is larger than the client takes.";
            case REFUSED -> shard + " refused the request as invalid.";
        };
    }
}
