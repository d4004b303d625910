package dev.ponder.contracts.outcome;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * How the chains of a request agreed.
 *
 * @param chains how many were begun
 * @param voted how many of them came to an answer
 * @param agreed how many came to the one that was taken
 * @param waves how many waves they were begun in
 * @param ended why no more were begun
 */
public record Votes(int chains, int voted, int agreed, int waves, Ended ended) {

    public Votes {
        requireNonNull(ended, "ended is null");
        if (agreed < 0 || agreed > voted || voted > chains || waves < 1) {
            throw new IllegalArgumentException("not 0 <= agreed <= voted <= chains, or no wave: " + agreed + ", "
                    + voted + ", " + chains + ", " + waves);
        }
    }

    /** Why no more chains were begun. */
    public enum Ended {
        /** Enough of them agreed. */
        SURE,
        /** The plan has no more. */
        ALL_CHAINS,
        /** There was no room for another one, and waiting for it could have held up others that wait for ours. */
        NO_ROOM,
        /** Another wave would not have ended before the deadline. */
        NO_TIME;

        /** The name in records. */
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
