package dev.ponder.scaling.log;

/** A line is no decision, or one of a version that is not known here. */
public final class UnreadableLineException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableLineException(String why) {
        super(why);
    }

    UnreadableLineException(String why, Throwable cause) {
        super(why, cause);
    }
}
