package dev.ponder.models.fetch;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A snapshot could not be had. The message is for people: which file, why, and what to do. */
final class FetchException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean worthAnotherTry;
    private final Duration wait;

    private FetchException(String message, boolean worthAnotherTry, Duration wait, @Nullable Exception why) {
        super(message, why);
        this.worthAnotherTry = worthAnotherTry;
        this.wait = wait;
    }

    /** Trying again would come to the same. */
    static FetchException forGood(String message) {
        return new FetchException(message, false, Duration.ZERO, null);
    }

    /** Another try may do. */
    static FetchException passing(String message) {
        return new FetchException(message, true, Duration.ZERO, null);
    }

    /** The same, because of something. */
    static FetchException passing(String message, Exception why) {
        return new FetchException(message, true, Duration.ZERO, why);
    }

    /** Another try may do after some time. */
    static FetchException busy(String message, Duration wait) {
        return new FetchException(message, true, wait, null);
    }

    boolean isWorthAnotherTry() {
        return worthAnotherTry;
    }

    /** How long the server asks to wait. */
    Duration waitAsked() {
        return wait;
    }
}
