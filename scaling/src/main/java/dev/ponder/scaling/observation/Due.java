package dev.ponder.scaling.observation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Work that waits and must be done by a moment.
 *
 * @param deadline the moment
 * @param work all of it together
 * @param longest output tokens of the longest piece, as expected
 */
public record Due(Instant deadline, Work work, double longest) {

    public Due {
        requireNonNull(deadline, "deadline is null");
        requireNonNull(work, "work is null");
        if (!(longest >= 0)) {
            throw new IllegalArgumentException("longest is negative: " + longest);
        }
    }
}
