package dev.ponder.triton.shard.metrics;

/**
 * A generation that ended by itself.
 *
 * @param promptTokens how long its prompt was
 * @param tokens how many it gave
 * @param inputNanos how long its inputs took to be read
 * @param outputNanos how long its outputs took to be written, all together
 * @param firstNanos from the request to the first answer
 * @param wholeNanos from the request to the last
 */
public record Finished(
        int promptTokens, int tokens, long inputNanos, long outputNanos, long firstNanos, long wholeNanos) {}
