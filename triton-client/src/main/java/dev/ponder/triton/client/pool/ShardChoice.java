package dev.ponder.triton.client.pool;

import java.util.List;
import java.util.OptionalInt;

/** Chooses the shard for one request. Pure; a healthy shard before a doubtful one, one that leaves never, equals by turns. */
public interface ShardChoice {

    /**
     * Chooses.
     *
     * @param shards all that may be asked, always in the same order
     * @param promptTokens of the request
     * @param expectedTokens that it may generate: a guess
     * @param turn counts choices
     * @return the index, or nothing where none may be chosen
     */
    OptionalInt choose(List<ShardLoad> shards, int promptTokens, int expectedTokens, int turn);

    /** The shard with the best score of a standing, the smallest first; equals by turns. */
    static OptionalInt best(List<ShardLoad> shards, int turn, Score score) {
        int best = -1;
        double bestScore = 0;
        for (int i = 0; i < shards.size(); i++) {
            int index = (int) Math.floorMod((long) turn + i, (long) shards.size());
            ShardLoad one = shards.get(index);
            if (one.standing() == ShardLoad.Standing.NEVER) {
                continue;
            }
            double value = score.of(one);
            int better =
                    best < 0 ? -1 : one.standing().compareTo(shards.get(best).standing());
            if (better < 0 || (better == 0 && value < bestScore)) {
                best = index;
                bestScore = value;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /** What a shard would cost. */
    @FunctionalInterface
    interface Score {

        /** The smaller, the better. */
        double of(ShardLoad shard);
    }
}
