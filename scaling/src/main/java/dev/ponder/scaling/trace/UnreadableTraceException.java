package dev.ponder.scaling.trace;

import java.io.IOException;

/** A file is no trace. The message is for people: it names file, line and field, and says what to write there instead. */
public final class UnreadableTraceException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableTraceException(String message) {
        super(message);
    }

    UnreadableTraceException(String message, Exception why) {
        super(message, why);
    }
}
