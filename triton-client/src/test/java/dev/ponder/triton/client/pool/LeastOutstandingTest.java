package dev.ponder.triton.client.pool;

import dev.ponder.triton.client.pool.LeastOutstanding.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LeastOutstandingTest {

    @Property
    boolean takesTheLeastOfTheUsable(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int count, @ForAll int turn) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            candidates.add(new Candidate(random.nextBoolean(), random.nextInt(4)));
        }
        OptionalInt chosen = LeastOutstanding.choose(candidates, turn);
        long least = candidates.stream()
                .filter(Candidate::usable)
                .mapToLong(Candidate::outstandingTokens)
                .min()
                .orElse(-1);
        return chosen.isEmpty()
                ? least < 0
                : candidates.get(chosen.orElseThrow()).usable()
                        && candidates.get(chosen.orElseThrow()).outstandingTokens() == least;
    }

    @Property
    boolean letsEqualsTakeTurns(@ForAll @IntRange(min = 0, max = 1000) int turn) {
        List<Candidate> equals = List.of(new Candidate(true, 5), new Candidate(true, 5), new Candidate(true, 5));
        return LeastOutstanding.choose(equals, turn).orElseThrow() == turn % 3;
    }
}
