package dev.ponder.local.broker;

import org.jspecify.annotations.Nullable;

/** The broker refused a topic or a group that the house needs; the message names it. */
public final class ProvisioningException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** What could not be done or read, and why. */
    public ProvisioningException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
