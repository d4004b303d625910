package dev.ponder.bench.honesty;

/**
 * What one request lived through, in seconds.
 *
 * @param waited in the queue, until it was given to a shard
 * @param firstWords from due to its first words: the second token's, since the first one only opens the thought
 * @param whole from due to its end
 */
record Lived(double waited, double firstWords, double whole) {

    Lived {
        if (!(waited >= 0 && firstWords >= waited && whole >= firstWords)) {
            throw new IllegalArgumentException(
                    "a request waits, speaks and ends in this order: %s, %s, %s".formatted(waited, firstWords, whole));
        }
    }

    /** The same, had it come to the queue so much later. */
    Lived later(double seconds) {
        return new Lived(waited + seconds, firstWords + seconds, whole + seconds);
    }
}
