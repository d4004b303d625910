package dev.ponder.triton.client.profile;

/** A server's output is not of the form that it should be; the message holds no text of an answer. */
public final class UnreadableOutputException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableOutputException(String message) {
        super(message);
    }
}
