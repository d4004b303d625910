package dev.ponder.triton.client.pool;

/** What is known of a shard's health. Only a generation that worked makes it healthy: readiness stays true on wedged servers. */
public sealed interface ShardHealth {

    /** Nothing has worked there yet. */
    record Joining() implements ShardHealth {}

    /** The last generation there worked. */
    record Healthy() implements ShardHealth {}

    /**
     * The last one failed.
     *
     * @param failures in a row
     * @param retryNanos when a probe is due, on the stopwatch
     */
    record Suspect(int failures, long retryNanos) implements ShardHealth {}
}
