package dev.ponder.mechanics.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SystemClocksTest {

    @Test
    void pausesForAtLeastAsLongAsItIsTold() throws InterruptedException {
        Ticker ticker = Ticker.system();
        long before = ticker.nanos();

        Pauser.system().pause(Duration.ofMillis(5));

        assertThat(ticker.nanos() - before)
                .isGreaterThanOrEqualTo(Duration.ofMillis(5).toNanos());
    }

    @Test
    void showsTheWallClockOfTheMachine() {
        assertThat(Ticker.system().now())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }
}
