package dev.ponder.autoscaler.kafka;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Where a group stands in a partition.
 *
 * @param next below it all is done with
 * @param lag how many records are not done with, where the broker counts that itself
 */
record Position(long next, Optional<Long> lag) {

    Position {
        requireNonNull(lag, "lag is null");
    }

    /** How many records are not done with, what is done with beyond the first open one left out as far as the broker knows. */
    long open(long end) {
        return Math.max(0, lag.orElse(end - next));
    }
}
