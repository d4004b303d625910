package dev.ponder.reasoner.wiring;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the queue is open and at least one shard has generated a token. */
@Readiness
@Singleton
public final class ReasonerReadiness implements HealthCheck {

    private final ReasonerLifecycle lifecycle;

    ReasonerReadiness(ReasonerLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("reasoner")
                .status(lifecycle.isReady())
                .withData("healthy_shards", lifecycle.healthyShards())
                .build();
    }
}
