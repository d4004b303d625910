package dev.ponder.triton.client.pool;

import java.util.List;
import java.util.OptionalInt;

/**
 * Chooses the shard that would delay this request and those already there the least, in seconds: what waits to be read before it, what
 * of its own prompt is to be read there (a prefix read before is not), a slot that must fall free first, and the step that each
 * sequence makes longer for all. Prefix affinity is in it as what it saves and no more, so that a crowded shard is left. Pure.
 */
public record LeastDelay(ShardPace pace) implements ShardChoice {

    /** What a token there counts for those who come later, beside one that this request would meet. */
    private static final double LATER = 0.1;

    @Override
    public OptionalInt choose(List<ShardLoad> shards, int promptTokens, int expectedTokens, int turn) {
        return ShardChoice.best(shards, turn, shard -> delay(shard, promptTokens, expectedTokens));
    }

    private double delay(ShardLoad shard, int promptTokens, int expectedTokens) {
        double reading = Math.max(1, promptTokens - shard.knownTokens()) / pace.promptTokensPerSecond();
        double before = shard.promptTokens() / pace.promptTokensPerSecond();
        int batch = Math.min(shard.sequences(), pace.slots());
        double step = pace.stepSeconds() + pace.stepSecondsPerSequence() * (batch + 1);
        return before + reading + slotWait(shard, step) + slower(shard, expectedTokens, batch);
    }

    /** While both run, each makes the other's steps longer: as long as the shorter of the two, for either side. */
    private double slower(ShardLoad shard, int expectedTokens, int batch) {
        double together = Math.min((double) expectedTokens * batch, (double) shard.outstandingTokens());
        return (2 * together + LATER * shard.outstandingTokens()) * pace.stepSecondsPerSequence();
    }

    /** With all slots taken, tokens must be done first; slots do them side by side. */
    private double slotWait(ShardLoad shard, double step) {
        int without = shard.sequences() - pace.slots() + 1;
        if (without <= 0) {
            return 0;
        }
        double tokensEach = (double) shard.outstandingTokens() / shard.sequences();
        return without * tokensEach * step / pace.slots();
    }
}
