package dev.ponder.scaling.trace;

import java.time.Duration;

/**
 * A part of a trace, and what arrived in it.
 *
 * @param from where it begins, from the beginning of the trace
 * @param length above zero
 * @param requests that arrived in it
 * @param inputTokens of their prompts
 * @param outputTokens that were generated for them
 */
public record Stretch(Duration from, Duration length, long requests, long inputTokens, long outputTokens) {

    private static final double NANOS_PER_SECOND = 1e9;

    public Stretch {
        if (from.isNegative() || !length.isPositive()) {
            throw new IllegalArgumentException("no stretch: " + length + " from " + from);
        }
        if (requests < 0 || inputTokens < 0 || outputTokens < 0) {
            throw new IllegalArgumentException(
                    "counts below 0: " + requests + ", " + inputTokens + ", " + outputTokens);
        }
    }

    /** Says the mean rate in it, in requests a second. */
    public double requestsPerSecond() {
        return requests / seconds();
    }

    /** Says how many generated tokens a second were asked for in it. */
    public double outputTokensPerSecond() {
        return outputTokens / seconds();
    }

    private double seconds() {
        return length.toNanos() / NANOS_PER_SECOND;
    }
}
