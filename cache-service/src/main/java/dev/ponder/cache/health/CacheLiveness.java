package dev.ponder.cache.health;

import dev.ponder.cache.learning.CatchUp;
import dev.ponder.cache.learning.CatchUpState;
import dev.ponder.cache.storage.ChainStore;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Live unless a restart would help: a store that failed is moved aside by the next start, reading that stalled begins anew. */
@Liveness
@Singleton
final class CacheLiveness implements HealthCheck {

    private final ChainStore store;
    private final CatchUp catchUp;

    CacheLiveness(ChainStore store, CatchUp catchUp) {
        this.store = store;
        this.catchUp = catchUp;
    }

    @Override
    public HealthCheckResponse call() {
        boolean stalled = catchUp.state() instanceof CatchUpState.Stalled;
        return HealthCheckResponse.named("store")
                .status(store.isSound() && !stalled)
                .build();
    }
}
