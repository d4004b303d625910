package dev.ponder.triton.client.pool;

import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.generation.GenerationEnd;

/** What the end of a generation says about its shard. */
enum Verdict {
    /** It generates. */
    WORKS,
    /** It does not. */
    FAILS,
    /** It is shutting down. */
    LEAVES,
    /** The end is nobody's fault, or the caller's. */
    NOTHING;

    static Verdict of(GenerationEnd end) {
        return switch (end) {
            case GenerationEnd.Completed _ -> WORKS;
            case GenerationEnd.Cancelled cancelled -> cancelled.usage().completion() > 0 ? WORKS : NOTHING;
            case GenerationEnd.Failed failed -> of(failed.kind(), failed.usage().completion() > 0);
        };
    }

    /** A deadline without any token may mean a wedged engine; a full queue is a shard at work. */
    private static Verdict of(FailureKind kind, boolean generated) {
        return switch (kind) {
            case UNAVAILABLE, MODEL_UNKNOWN, BROKEN_STREAM, ENGINE_ERROR, UNREADABLE -> FAILS;
            case LEAVING -> LEAVES;
            case DEADLINE -> generated ? NOTHING : FAILS;
            case QUEUE_FULL, NO_SHARD, TOO_LARGE, REFUSED -> NOTHING;
        };
    }
}
