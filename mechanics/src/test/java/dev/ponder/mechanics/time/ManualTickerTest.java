package dev.ponder.mechanics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ManualTickerTest {

    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    private final ManualTicker ticker = new ManualTicker(START);

    @Test
    void turnsWallAndStopwatchAlike() {
        ticker.advance(Duration.ofMillis(1_500));

        assertThat(ticker.now()).isEqualTo(START.plusMillis(1_500));
        assertThat(ticker.nanos()).isEqualTo(Duration.ofMillis(1_500).toNanos());
    }

    @Test
    void standsStillUntilItIsTurned() {
        assertThat(ticker.now()).isEqualTo(START);
        assertThat(ticker.nanos()).isZero();
    }

    @Test
    void refusesToTurnBack() {
        assertThatThrownBy(() -> ticker.advance(Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("step");
    }
}
