package dev.ponder.it.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Poison on the queue for brokers without share groups, where no broker counts deliveries. */
@SuppressWarnings("NullAway.Init") // start() sets the field before any test
class ConsumerPoisonIT {

    private static final String GROUP = "ponder-consumers";

    private static PoisonedStack stack;

    @BeforeAll
    static void start() throws Exception {
        stack = PoisonedStack.start(
                Map.of("router.liveness.queue-adapter", "consumer-group", "router.liveness.queue-group", GROUP),
                Map.of("reasoner.queue.adapter", "consumer-group", "reasoner.queue.group", GROUP));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void endsAsAnErrorAndOneDeadLetterAndStopsNobody() throws Exception {
        // Given
        stack.ask("poison", 2000);
        stack.ask("neighbour", 300);
        // When
        for (int killed = 0; killed < PoisonedStack.DELIVERIES; killed++) {
            stack.awaitWorkedOn("poison", killed);
            stack.killReasoner();
        }
        // Then
        stack.assertGivenUp("poison");
        stack.assertAnswered("neighbour");
        assertThat(stack.asker().doubled()).isEmpty();
    }
}
