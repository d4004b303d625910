package dev.ponder.triton.client.generation;

/** Why a generation failed, and so what may be tried. The codes are stable: they serve as meter tags and error codes. */
public enum FailureKind {
    /** The server can't be reached, or the connection broke. */
    UNAVAILABLE("shard_unavailable", Remedy.ELSEWHERE),
    /** The server is going; its stream was closed by us, since it never hangs up itself. */
    LEAVING("shard_leaving", Remedy.ELSEWHERE),
    /** Too many wait there. */
    QUEUE_FULL("shard_queue_full", Remedy.ELSEWHERE),
    /** It does not serve the model, or not in a form that we know. */
    MODEL_UNKNOWN("model_unknown", Remedy.ELSEWHERE),
    /** The stream ended without a final message. */
    BROKEN_STREAM("stream_broken", Remedy.ELSEWHERE),
    /** The model answered with an error. */
    ENGINE_ERROR("engine_error", Remedy.ELSEWHERE),
    /** The answer is not in the form that the metadata promised. */
    UNREADABLE("answer_unreadable", Remedy.ELSEWHERE),
    /** No shard may be asked now. */
    NO_SHARD("no_shard", Remedy.LATER),
    /** The deadline passed. */
    DEADLINE("deadline_exceeded", Remedy.NONE),
    /** One message of the answer is larger than the client takes. */
    TOO_LARGE("answer_too_large", Remedy.NONE),
    /** The server says that the request is wrong; it would say so anywhere. */
    REFUSED("request_refused", Remedy.NONE);

    private enum Remedy {
        NONE,
        LATER,
        ELSEWHERE
    }

    private final String code;
    private final Remedy remedy;

    FailureKind(String code, Remedy remedy) {
        this.code = code;
        this.remedy = remedy;
    }

    /** Its name outside, for meters and error codes. */
    public String code() {
        return code;
    }

    /** Whether the same request may succeed at all if it is tried again, there later or on another shard. */
    public boolean isRetryable() {
        return remedy != Remedy.NONE;
    }

    /** Whether the same request may succeed on another shard at once. */
    public boolean mayTryElsewhere() {
        return remedy == Remedy.ELSEWHERE;
    }
}
