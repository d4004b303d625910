package dev.ponder.triton.client.pool;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.triton.client.pool.ShardLoad.Standing;
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
import org.junit.jupiter.api.Test;

class LeastDelayTest {

    private static final int PROMPT = 4000;
    private static final int OUTPUT = 300;
    private final LeastDelay choice = new LeastDelay(ShardPace.standard());

    private OptionalInt choose(List<ShardLoad> shards, int turn) {
        return choice.choose(shards, PROMPT, OUTPUT, turn);
    }

    private static ShardLoad healthy(long outstanding, long prompts, int sequences, int known) {
        return new ShardLoad(Standing.HEALTHY, outstanding, prompts, sequences, known);
    }

    @Provide
    Arbitrary<List<ShardLoad>> shards() {
        Arbitrary<ShardLoad> one = Combinators.combine(
                        Arbitraries.of(Standing.class),
                        Arbitraries.longs().between(0, 100_000),
                        Arbitraries.longs().between(0, 20_000),
                        Arbitraries.integers().between(0, 90),
                        Arbitraries.integers().between(0, PROMPT))
                .as(ShardLoad::new);
        return one.list().ofMaxSize(9);
    }

    @Property
    boolean neverTakesADoubtfulOneWhileAHealthyOneIsLeft(
            @ForAll("shards") List<ShardLoad> shards, @ForAll @IntRange(max = 100) int turn) {
        boolean healthy = shards.stream().anyMatch(one -> one.standing() == Standing.HEALTHY);
        OptionalInt chosen = choose(shards, turn);
        return !healthy || shards.get(chosen.orElseThrow()).standing() == Standing.HEALTHY;
    }

    @Property
    boolean takesNoneJustWhereAllAreOut(@ForAll("shards") List<ShardLoad> shards, @ForAll int turn) {
        boolean allOut = shards.stream().allMatch(one -> one.standing() == Standing.NEVER);
        return choose(shards, turn).isEmpty() == allOut;
    }

    @Property
    boolean letsEqualsTakeTurns(@ForAll @IntRange(max = 1000) int turn, @ForAll @IntRange(min = 1, max = 9) int count) {
        List<ShardLoad> equals =
                IntStream.range(0, count).mapToObj(_ -> healthy(500, 100, 3, 0)).toList();
        Set<Integer> taken = IntStream.range(0, count)
                .mapToObj(i -> choose(equals, turn + i).orElseThrow())
                .collect(toSet());
        return taken.size() == count;
    }

    @Test
    void goesWhereThePromptWasReadBefore() {
        OptionalInt chosen = choose(List.of(healthy(0, 0, 0, 0), healthy(300, 0, 1, 3584)), 0);

        assertThat(chosen).hasValue(1);
    }

    @Test
    void leavesACrowdedShardThoughItKnowsThePrompt() {
        OptionalInt chosen = choose(List.of(healthy(0, 0, 0, 0), healthy(30_000, 9000, 60, 3584)), 0);

        assertThat(chosen).hasValue(0);
    }

    @Test
    void goesRoundAPromptThatIsBeingRead() {
        OptionalInt chosen = choose(List.of(healthy(300, 80_000, 1, 0), healthy(6000, 0, 20, 0)), 0);

        assertThat(chosen).hasValue(1);
    }

    @Test
    void prefersTheOneWithLessLeftToDoOfEqualsInNumber() {
        OptionalInt chosen = choose(List.of(healthy(9000, 0, 10, 0), healthy(1000, 0, 10, 0)), 0);

        assertThat(chosen).hasValue(1);
    }
}
