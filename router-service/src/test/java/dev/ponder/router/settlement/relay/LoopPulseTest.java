package dev.ponder.router.settlement.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.mechanics.time.ManualTicker;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoopPulseTest {

    private final ManualTicker ticker = new ManualTicker(Instant.EPOCH);
    private final LoopPulse pulse = new LoopPulse(ticker);

    @Test
    void isSilentWhileTurnsFailThoughItsThreadGivesSigns() {
        pulse.become(new LoopState.Running());
        ticker.advance(Duration.ofSeconds(7));

        pulse.become(new LoopState.Recovering("the broker is away"));

        assertThat(pulse.sinceLastTurn()).isZero();
        assertThat(pulse.sinceLastGoodTurn()).isEqualTo(Duration.ofSeconds(7));
    }
}
