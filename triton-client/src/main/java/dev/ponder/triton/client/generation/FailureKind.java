package dev.ponder.triton.client.generation;

/** Why a generation failed, and so whether another shard may do better. */
public enum FailureKind {
    /** The server can't be reached, or the connection broke. */
    UNAVAILABLE(true),
    /** The server is going; its stream was closed by us, since it never hangs up itself. */
    LEAVING(true),
    /** Too many wait there. */
    QUEUE_FULL(true),
    /** It does not serve the model, or not in a form that we know. */
    MODEL_UNKNOWN(true),
    /** The stream ended without a final message. */
    BROKEN_STREAM(true),
    /** The model answered with an error. */
    ENGINE_ERROR(true),
    /** The answer is not in the form that the metadata promised. */
    UNREADABLE(true),
    /** The deadline passed. */
    DEADLINE(false),
    /** The server says that the request is wrong; it would say so anywhere. */
    REFUSED(false);

    private final boolean elsewhere;

    FailureKind(boolean elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** Whether the same request may succeed on another shard. */
    public boolean mayTryElsewhere() {
        return elsewhere;
    }
}
