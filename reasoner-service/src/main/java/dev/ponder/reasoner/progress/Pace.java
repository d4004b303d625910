package dev.ponder.reasoner.progress;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How often progress is written down, which bounds what a crash costs. Each record holds the whole text, so that a long chain is
 * written down less often: what all its records weigh stays in proportion to its length.
 *
 * @param every the least time between two records, and before the first
 * @param tokens the fewest tokens of each chain between two records
 */
public record Pace(Duration every, int tokens) {

    /** A crash may cost a long chain one part in so many. */
    private static final int PARTS = 64;

    public Pace {
        requireNonNull(every, "every is null");
        if (!every.isPositive() || tokens < 1) {
            throw new IllegalArgumentException("every is not positive or tokens below 1");
        }
    }

    /** Whether it is worth writing down that so many tokens of so many chains are there, where so many have been written down. */
    boolean isWorthIt(int written, int now, int chains) {
        return now - written >= Math.max(tokens * Math.max(1, chains), now / PARTS);
    }
}
