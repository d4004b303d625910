package dev.ponder.autoscaler.health;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Live while every pool's loop takes turns: a missing broker or cluster is nothing that a restart mends. */
@Liveness
@Singleton
final class AutoscalerLiveness implements HealthCheck {

    private final PoolVitals vitals;

    AutoscalerLiveness(PoolVitals vitals) {
        this.vitals = vitals;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("loops").status(vitals.areAlive()).build();
    }
}
