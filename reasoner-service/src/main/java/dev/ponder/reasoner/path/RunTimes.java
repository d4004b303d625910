package dev.ponder.reasoner.path;

import org.jspecify.annotations.Nullable;

/**
 * When what happened in one generation, on the stopwatch.
 *
 * @param sentNanos the call was sent
 * @param firstNanos the first token came, or -1
 * @param lastNanos the last token came
 * @param endedNanos the end was known
 * @param messages how many messages came, about a token each
 */
record RunTimes(long sentNanos, long firstNanos, long lastNanos, long endedNanos, int messages) {

    private static final double NANOS_PER_MILLI = 1e6;

    @Nullable
    Double ttftMillis() {
        return firstNanos < 0 ? null : (firstNanos - sentNanos) / NANOS_PER_MILLI;
    }

    @Nullable
    Double itlMillis() {
        return messages < 2 ? null : (lastNanos - firstNanos) / NANOS_PER_MILLI / (messages - 1);
    }

    double generationMillis() {
        return (endedNanos - sentNanos) / NANOS_PER_MILLI;
    }
}
