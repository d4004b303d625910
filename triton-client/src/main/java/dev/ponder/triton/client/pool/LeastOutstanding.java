package dev.ponder.triton.client.pool;

import java.util.List;
import java.util.OptionalInt;

/** Chooses the shard with the fewest outstanding tokens; ties go round. Pure. */
final class LeastOutstanding {

    private LeastOutstanding() {}

    /**
     * A candidate.
     *
     * @param usable whether it may be chosen
     * @param outstandingTokens promised there and not yet done
     */
    record Candidate(boolean usable, long outstandingTokens) {}

    /**
     * Chooses.
     *
     * @param turn counts choices, so that equals take turns
     * @return the index, or nothing where none is usable
     */
    static OptionalInt choose(List<Candidate> candidates, int turn) {
        int best = -1;
        for (int i = 0; i < candidates.size(); i++) {
            int index = Math.floorMod(turn + i, candidates.size());
            Candidate one = candidates.get(index);
            if (one.usable()
                    && (best < 0
                            || one.outstandingTokens() < candidates.get(best).outstandingTokens())) {
                best = index;
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }
}
