package dev.ponder.router.sharing;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.mechanics.time.Ticker;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.stream.Collectors;

/** Shares as the configuration says. */
@Singleton
final class SharingProducer {

    @Produces
    @Singleton
    FairSharing sharing(SharingConfig config) {
        Map<TenantId, Integer> weights = config.weights().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> new TenantId(entry.getKey()), Map.Entry::getValue));
        return new FairSharing(config.windowTokens(), weights, Ticker.system());
    }
}
