package dev.ponder.it.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Work at which its reasoner dies each time that it is begun, and work that dies along. */
@SuppressWarnings("NullAway.Init") // start() sets the field before any test
class PoisonIT {

    private static final int POISON_TOKENS = 2000;
    private static final int LONG_TOKENS = 300;
    private static final int NEIGHBOURS = 3;

    private static PoisonedStack stack;

    @BeforeAll
    static void start() throws Exception {
        stack = PoisonedStack.start(Map.of(), Map.of());
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void endsAsAnErrorAndOneDeadLetterAndStopsNobody() throws Exception {
        // Given
        stack.ask("poison", POISON_TOKENS);
        // When
        for (int killed = 0; killed < PoisonedStack.DELIVERIES; killed++) {
            stack.awaitWorkedOn("poison", killed);
            stack.ask("beside-" + killed, 20);
            stack.assertAnswered("beside-" + killed);
            stack.killReasoner();
        }
        // Then
        stack.assertGivenUp("poison");
        stack.ask("after", 20);
        stack.assertAnswered("after");
        assertThat(stack.asker().doubled()).isEmpty();
    }

    /** They take several seconds each and are delivered as often as the poison: all of them die with its reasoner. */
    @Test
    void takesNoneOfItsNeighboursWithIt() throws Exception {
        // Given
        List<String> neighbours =
                IntStream.range(0, NEIGHBOURS).mapToObj(i -> "neighbour-" + i).toList();
        stack.ask("venom", POISON_TOKENS);
        neighbours.forEach(id -> stack.ask(id, LONG_TOKENS));
        // When
        for (int killed = 0; killed < PoisonedStack.DELIVERIES; killed++) {
            stack.awaitWorkedOn("venom", killed);
            stack.killReasoner();
        }
        // Then
        stack.assertGivenUp("venom");
        assertThat(neighbours).allSatisfy(stack::assertAnswered);
        assertThat(stack.asker().doubled()).isEmpty();
    }
}
