package dev.ponder.reasoner.wiring;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Live unless a loop of an open queue ended: only a restart brings it back. A broker or a shard that is gone ends none. */
@Liveness
@Singleton
public final class ReasonerLiveness implements HealthCheck {

    private final ReasonerLifecycle lifecycle;

    ReasonerLiveness(ReasonerLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    @Override
    public HealthCheckResponse call() {
        long ended = lifecycle.endedLoops();
        return HealthCheckResponse.named("work loops")
                .status(ended == 0)
                .withData("ended", ended)
                .build();
    }
}
