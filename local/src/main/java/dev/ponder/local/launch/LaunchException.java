package dev.ponder.local.launch;

import org.jspecify.annotations.Nullable;

/** A part of the house did not start or did not stay; the message says which and shows the end of its log. */
public final class LaunchException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Makes one with what lies behind it. */
    public LaunchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Makes one without a deeper cause. */
    public LaunchException(String message) {
        super(message);
    }
}
