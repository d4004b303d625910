package dev.ponder.autoscaler.health;

import dev.ponder.autoscaler.board.DecisionBoard;
import dev.ponder.autoscaler.serving.ScalerServer;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.observation.Reading;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while a decision counts for each pool; says of each what was decided, or why nothing was. */
@Readiness
@Singleton
final class AutoscalerReadiness implements HealthCheck {

    private final PoolVitals vitals;
    private final DecisionBoard board;
    private final ScalerServer server;

    AutoscalerReadiness(PoolVitals vitals, DecisionBoard board, ScalerServer server) {
        this.vitals = vitals;
        this.board = board;
        this.server = server;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("decisions").withData("grpc.port", server.port());
        boolean all = true;
        for (PoolId pool : vitals.pools()) {
            switch (board.standing(pool)) {
                case Reading.Known<Decision>(Decision decided) ->
                    response.withData("pool." + pool, decided.replicas() + " replicas");
                case Reading.Missing<Decision>(String why) -> {
                    response.withData("pool." + pool, why);
                    all = false;
                }
            }
        }
        return response.status(all).build();
    }
}
