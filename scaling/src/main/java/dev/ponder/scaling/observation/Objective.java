package dev.ponder.scaling.observation;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What a class of requests was promised.
 *
 * @param name of the class
 * @param firstToken from when a request was due to its first token, at the most: TTFT
 * @param perToken mean time between tokens, at the most: TPOT
 */
public record Objective(String name, Duration firstToken, Duration perToken) {

    public Objective {
        requireNonNull(name, "name is null");
        if (!firstToken.isPositive() || !perToken.isPositive()) {
            throw new IllegalArgumentException(
                    "the objectives of %s are positive: %s, %s".formatted(name, firstToken, perToken));
        }
    }

    /** The first of the two in seconds. */
    public double firstTokenSeconds() {
        return firstToken.toNanos() / 1e9;
    }

    /** The second of the two in seconds. */
    public double perTokenSeconds() {
        return perToken.toNanos() / 1e9;
    }
}
