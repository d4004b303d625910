package dev.ponder.triton.client.pool;

import static java.util.stream.Collectors.toSet;

import dev.ponder.triton.client.pool.LeastOutstanding.Candidate;
import dev.ponder.triton.client.pool.LeastOutstanding.Standing;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LeastOutstandingTest {

    @Provide
    Arbitrary<List<Candidate>> candidates() {
        Arbitrary<Candidate> one = Combinators.combine(
                        Arbitraries.of(Standing.class), Arbitraries.longs().between(0, 4))
                .as(Candidate::new);
        return one.list().ofMaxSize(9);
    }

    @Property
    boolean neverTakesADoubtfulOneWhileAHealthyOneIsLeft(
            @ForAll("candidates") List<Candidate> candidates, @ForAll int turn) {
        boolean healthy = candidates.stream().anyMatch(one -> one.standing() == Standing.HEALTHY);
        OptionalInt chosen = LeastOutstanding.choose(candidates, turn);
        return !healthy || candidates.get(chosen.orElseThrow()).standing() == Standing.HEALTHY;
    }

    @Property
    boolean takesNoneJustWhereAllAreOut(@ForAll("candidates") List<Candidate> candidates, @ForAll int turn) {
        boolean allOut = candidates.stream().allMatch(one -> one.standing() == Standing.NEVER);
        return LeastOutstanding.choose(candidates, turn).isEmpty() == allOut;
    }

    @Property
    boolean takesTheLeastLoadedOfItsStanding(@ForAll("candidates") List<Candidate> candidates, @ForAll int turn) {
        OptionalInt chosen = LeastOutstanding.choose(candidates, turn);
        return chosen.isEmpty()
                || candidates.stream()
                        .filter(one -> one.standing()
                                == candidates.get(chosen.orElseThrow()).standing())
                        .allMatch(one -> one.outstandingTokens()
                                >= candidates.get(chosen.orElseThrow()).outstandingTokens());
    }

    @Property
    boolean letsEqualsTakeTurns(@ForAll int turn, @ForAll @IntRange(min = 1, max = 9) int count) {
        List<Candidate> equals = IntStream.range(0, count)
                .mapToObj(_ -> new Candidate(Standing.HEALTHY, 5))
                .toList();
        Set<Integer> taken = IntStream.range(0, count)
                .mapToObj(i -> LeastOutstanding.choose(equals, Math.floorMod(turn, 1_000_000) + i)
                        .orElseThrow())
                .collect(toSet());
        return taken.size() == count;
    }
}
