package dev.ponder.cache.health;

import dev.ponder.cache.learning.CatchUp;
import dev.ponder.cache.learning.CatchUpState;
import dev.ponder.cache.serving.LookupServer;
import dev.ponder.cache.storage.ChainStore;
import dev.ponder.contracts.topic.Topics;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the store is open and has caught up with what the topic held at the start, unless it is cut off from it too long. */
@Readiness
@Singleton
final class CacheReadiness implements HealthCheck {

    private static final String AWAY = "away from " + Topics.CHAINS + " for longer than cache.storage.max-absence";

    private final ChainStore store;
    private final CatchUp catchUp;
    private final LookupServer server;

    CacheReadiness(ChainStore store, CatchUp catchUp, LookupServer server) {
        this.store = store;
        this.catchUp = catchUp;
        this.server = server;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("chains")
                .status(store.isSound() && catchUp.isDone() && store.isTrusted())
                .withData("state", store.isTrusted() ? state(catchUp.state()) : AWAY)
                .withData("entries", store.size())
                .withData("grpc.port", server.port())
                .build();
    }

    private static String state(CatchUpState state) {
        return switch (state) {
            case CatchUpState.Waiting _ -> "waiting for the broker to assign " + Topics.CHAINS;
            case CatchUpState.TopicMissing _ -> "the broker has no topic " + Topics.CHAINS;
            case CatchUpState.Behind(Map<Integer, Long> targets) ->
                "catching up with " + Topics.CHAINS + ": " + targets.size() + " partitions to go";
            case CatchUpState.Stalled(String why) -> "cannot read " + Topics.CHAINS + ": " + why;
            case CatchUpState.CaughtUp _ -> "caught up with " + Topics.CHAINS;
        };
    }
}
