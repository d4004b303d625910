package dev.ponder.triton.client.pool;

/** What is known of a shard's health. Only a generation that worked makes it healthy: readiness stays true on wedged servers. */
public sealed interface ShardHealth {

    /** Nothing has worked there yet. */
    record Joining() implements ShardHealth {}

    /**
     * It generates.
     *
     * @param provenNanos when it last did, on the stopwatch
     */
    record Healthy(long provenNanos) implements ShardHealth {}

    /**
     * It failed.
     *
     * @param failures in a row, those of one pause counted once
     * @param untilNanos when the pause ends and a probe is due, on the stopwatch
     */
    record Suspect(int failures, long untilNanos) implements ShardHealth {}

    /**
     * It said that it is going; streams in progress may still end well. A probe finds out when it is back.
     *
     * @param untilNanos when the next probe is due, on the stopwatch
     */
    record Leaving(long untilNanos) implements ShardHealth {}
}
