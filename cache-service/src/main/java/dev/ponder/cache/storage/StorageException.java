package dev.ponder.cache.storage;

/** The store can't do its work. */
public final class StorageException extends RuntimeException {

    /** Why, as a stable code. */
    public enum Reason {
        /** Another process has the directory. */
        IN_USE,
        /** The directory can't be made, read or written. */
        INACCESSIBLE,
        /** The file was found damaged, or became so. */
        DAMAGED
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    StorageException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Says why. */
    public Reason reason() {
        return reason;
    }
}
