package dev.ponder.router.lookup;

import static dev.ponder.router.Requests.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.question.QuestionKey;
import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.router.Chains;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Takes some twelve seconds: gRPC pings no more often than every ten. */
final class LostCacheIT {

    private static final QuestionKey KEY = new QuestionKey("a".repeat(64));
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final ManualTicker ticker = new ManualTicker(NOW);

    @Test
    void leavesACacheThatIsLostWithoutAWordAndFindsTheNext() throws Exception {
        CacheDouble cache = CacheDouble.start();
        cache.answer(_ -> CacheDouble.hit(Json.write(Chains.learned(TenantId.DEFAULT, KEY.value()))));
        try (FreezingRelay relay = new FreezingRelay(cache.port());
                GrpcChainLookup lookup =
                        new GrpcChainLookup(relay.address(), LookupSettings.within(Duration.ofMillis(500)), ticker)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(find(lookup)).isInstanceOf(Lookup.Found.class));
            relay.freeze();
            assertThat(find(lookup)).isEqualTo(new Lookup.NotFound("late"));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(find(lookup)).isInstanceOf(Lookup.Found.class));

            assertThat(relay.connections()).isGreaterThan(1);
        } finally {
            cache.stop();
        }
    }

    /** The breaker's pause is over each time. */
    private Lookup find(GrpcChainLookup lookup) {
        ticker.advance(Duration.ofSeconds(1));
        return lookup.find(TenantId.DEFAULT, KEY);
    }
}
