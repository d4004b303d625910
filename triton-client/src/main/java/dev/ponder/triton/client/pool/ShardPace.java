package dev.ponder.triton.client.pool;

/**
 * How fast a shard is taken to be, for comparing shards: only ratios matter.
 *
 * @param slots sequences that it runs at once
 * @param promptTokensPerSecond of prefill
 * @param stepSeconds of a decode step with nobody in it
 * @param stepSecondsPerSequence what each sequence adds to it
 */
public record ShardPace(int slots, double promptTokensPerSecond, double stepSeconds, double stepSecondsPerSequence) {

    public ShardPace {
        if (slots < 1 || !(promptTokensPerSecond > 0 && stepSeconds > 0 && stepSecondsPerSequence >= 0)) {
            throw new IllegalArgumentException("a shard has slots and a speed: %d, %s, %s, %s"
                    .formatted(slots, promptTokensPerSecond, stepSeconds, stepSecondsPerSequence));
        }
    }

    /** Of a 32B model on one large GPU; a first-order model, not a measurement. */
    public static ShardPace standard() {
        return new ShardPace(60, 13_000, 0.015, 0.00033);
    }
}
