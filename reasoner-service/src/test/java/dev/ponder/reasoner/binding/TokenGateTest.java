package dev.ponder.reasoner.binding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.workqueue.Room;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TokenGateTest {

    private static final Duration NO_TIME = Duration.ZERO;

    private final TokenBudget budget = new TokenBudget(1_000);
    private final TokenGate gate = new TokenGate(budget, 800, Map.of("small", 200));

    @Test
    void keepsRoomForTheLargestWorkOfATopic() throws Exception {
        try (Room _ = gate.enter("any", NO_TIME).orElseThrow();
                Room _ = gate.enter("small", NO_TIME).orElseThrow()) {
            assertThat(budget.reserved()).isEqualTo(1_000);
        }
    }

    @Test
    void letsSmallWorkInWhereLargeWorkHasNoRoom() throws Exception {
        try (Room _ = gate.enter("any", NO_TIME).orElseThrow()) {
            assertThat(gate.enter("any", NO_TIME)).isEmpty();
            assertThat(gate.enter("small", NO_TIME)).isPresent();
        }
    }
}
