package dev.ponder.triton.client.shard;

import dev.ponder.triton.client.generation.FailureKind;

/** A server can't be used, and why. */
public final class ShardException extends Exception {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;

    ShardException(FailureKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What kind of trouble it is. */
    public FailureKind kind() {
        return kind;
    }
}
