package dev.ponder.router.settlement.register;

/** The register can't be used now. Settlement waits and tries again; nothing is settled meanwhile. */
public final class RegisterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Outcomes and register have not the same number of partitions: an operator must make them again. */
        PARTITIONS_DIFFER,
        /** They have, but another one than when work under way was noted: an operator must make them again. */
        PARTITIONS_CHANGED,
        /** A topic is not there (yet). */
        TOPIC_MISSING,
        /** The broker did not answer, or refused. */
        UNREACHABLE,
        /** The register could not be read to its end in time: somebody's transaction stays open. */
        NOT_READ_IN_TIME
    }

    private final Reason reason;

    RegisterException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    RegisterException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
