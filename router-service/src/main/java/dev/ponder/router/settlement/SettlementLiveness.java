package dev.ponder.router.settlement;

import dev.ponder.router.settlement.relay.LoopPulse;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while the settlement thread gives signs; also while it waits for a broker, which a restart would not bring back. */
@Liveness
@Singleton
final class SettlementLiveness implements HealthCheck {

    private final LoopPulse pulse;
    private final Duration stalledAfter;

    @Inject
    SettlementLiveness(SettlementLifecycle settlement, SettlementConfig config) {
        this(settlement.pulse(), config.stalledAfter());
    }

    SettlementLiveness(LoopPulse pulse, Duration stalledAfter) {
        this.pulse = pulse;
        this.stalledAfter = stalledAfter;
    }

    @Override
    public HealthCheckResponse call() {
        Duration since = pulse.sinceLastTurn();
        return HealthCheckResponse.named("settlement loop")
                .status(since.compareTo(stalledAfter) < 0)
                .withData("since_last_turn_ms", since.toMillis())
                .build();
    }
}
