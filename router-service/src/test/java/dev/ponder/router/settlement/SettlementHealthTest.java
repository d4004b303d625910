package dev.ponder.router.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.router.settlement.relay.LoopPulse;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

final class SettlementHealthTest {

    private final ManualTicker ticker = new ManualTicker(Instant.EPOCH);
    private final LoopPulse pulse = new LoopPulse(ticker);
    private final SettlementLiveness liveness = new SettlementLiveness(pulse, Duration.ofMinutes(2));

    @Test
    void livesWhileTheLoopGivesSigns() {
        ticker.advance(Duration.ofSeconds(119));
        assertThat(liveness.call().getStatus()).isEqualTo(Status.UP);
        ticker.advance(Duration.ofSeconds(1));
        assertThat(liveness.call().getStatus()).isEqualTo(Status.DOWN);
        pulse.beat();
        assertThat(liveness.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isNotReadyBeforeItHasRead() {
        assertThat(new SettlementReadiness(pulse).call().getStatus()).isEqualTo(Status.DOWN);
    }
}
