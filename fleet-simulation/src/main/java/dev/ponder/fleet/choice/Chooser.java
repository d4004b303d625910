package dev.ponder.fleet.choice;

import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.triton.client.pool.ShardChoice;
import dev.ponder.triton.client.pool.ShardLoad;
import java.util.List;
import java.util.SplittableRandom;

/** Says which of the shards takes a request. */
@FunctionalInterface
public interface Chooser {

    /**
     * The index of a shard.
     *
     * @param guess how many tokens it may generate
     */
    int choose(SimulatedRequest request, int guess, List<ShardLoad> shards);

    /** One after the other. */
    static Chooser roundRobin() {
        int[] turn = {0};
        return (_, _, shards) -> Math.floorMod(turn[0]++, shards.size());
    }

    /** The one with the fewest requests. */
    static Chooser leastRequests() {
        int[] turn = {0};
        return (_, _, shards) ->
                ShardChoice.best(shards, turn[0]++, ShardLoad::sequences).orElseThrow();
    }

    /** The one with fewer requests of two drawn by chance (Mitzenmacher, "The power of two choices", 2001). */
    static Chooser powerOfTwo(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return (_, _, shards) -> {
            int one = random.nextInt(shards.size());
            int other = random.nextInt(shards.size());
            return shards.get(one).sequences() <= shards.get(other).sequences() ? one : other;
        };
    }

    /** What a shipped choice says. */
    static Chooser shipped(ShardChoice choice) {
        int[] turn = {0};
        return (request, guess, shards) ->
                choice.choose(shards, request.inputTokens(), guess, turn[0]++).orElseThrow();
    }
}
