package dev.ponder.scaling.log;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A line is none of ours, or one of a version that is not known here. The message names the field. */
public final class UnreadableLineException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean cut;
    private final @Nullable String lawOf;

    UnreadableLineException(Throwable noJson) {
        super("no JSON, or cut short", noJson);
        this.cut = true;
        this.lawOf = null;
    }

    UnreadableLineException(String why, @Nullable String lawOf) {
        super(why);
        this.cut = false;
        this.lawOf = lawOf;
    }

    /** Whether it may be the beginning of one of ours, as the last line is while it is written. */
    public boolean isCut() {
        return cut;
    }

    /** The pool whose law the line was to say: what that law decided cannot be asked again. */
    public Optional<String> lawOf() {
        return Optional.ofNullable(lawOf);
    }
}
