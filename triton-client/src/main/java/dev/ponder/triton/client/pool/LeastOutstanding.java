package dev.ponder.triton.client.pool;

import java.util.List;
import java.util.OptionalInt;

/**
 * Chooses the shard with the fewest outstanding tokens among the healthy; where none is healthy, among those that may have
 * recovered, since a try is better than none. Ties go round. Pure.
 */
final class LeastOutstanding {

    private LeastOutstanding() {}

    /** How willingly a shard is chosen, the most willingly first. */
    enum Standing {
        HEALTHY,
        DOUBTFUL,
        NEVER;

        static Standing of(ShardHealth health) {
            return switch (health) {
                case ShardHealth.Healthy _ -> HEALTHY;
                case ShardHealth.Joining _, ShardHealth.Suspect _ -> DOUBTFUL;
                case ShardHealth.Leaving _ -> NEVER;
            };
        }
    }

    /**
     * A candidate.
     *
     * @param outstandingTokens promised there and not yet done
     */
    record Candidate(Standing standing, long outstandingTokens) {

        private boolean beats(Candidate other) {
            int better = standing.compareTo(other.standing);
            return better < 0 || (better == 0 && outstandingTokens < other.outstandingTokens);
        }
    }

    /**
     * Chooses.
     *
     * @param turn counts choices, so that equals take turns
     * @return the index, or nothing where none may be chosen
     */
    static OptionalInt choose(List<Candidate> candidates, int turn) {
        int best = -1;
        for (int i = 0; i < candidates.size(); i++) {
            int index = (int) Math.floorMod((long) turn + i, (long) candidates.size());
            Candidate one = candidates.get(index);
            if (one.standing() != Standing.NEVER && (best < 0 || one.beats(candidates.get(best)))) {
                best = index;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }
}
