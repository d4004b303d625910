package dev.ponder.router.settlement;

import dev.ponder.router.settlement.relay.LoopPulse;
import dev.ponder.router.settlement.relay.LoopState;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the loop settles; otherwise says what it waits for. */
@Readiness
@Singleton
final class SettlementReadiness implements HealthCheck {

    private final LoopPulse pulse;

    @Inject
    SettlementReadiness(SettlementLifecycle settlement) {
        this(settlement.pulse());
    }

    SettlementReadiness(LoopPulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("settlement");
        return switch (pulse.state()) {
            case LoopState.Running _ -> response.up().build();
            case LoopState.Starting _ ->
                response.down().withData("state", "starting").build();
            case LoopState.Recovering(String why) ->
                response.down()
                        .withData("state", "recovering")
                        .withData("why", why)
                        .build();
            case LoopState.Stopped _ ->
                response.down().withData("state", "stopped").build();
        };
    }
}
