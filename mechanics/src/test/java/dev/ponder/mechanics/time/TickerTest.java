package dev.ponder.mechanics.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TickerTest {

    @Test
    void neverGoesBack() {
        Ticker ticker = Ticker.system();
        long first = ticker.nanos();

        long second = ticker.nanos();

        assertThat(second).isGreaterThanOrEqualTo(first);
    }
}
