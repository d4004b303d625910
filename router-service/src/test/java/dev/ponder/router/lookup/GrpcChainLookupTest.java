package dev.ponder.router.lookup;

import static dev.ponder.router.Requests.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.chain.LearnedChain;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.question.QuestionKey;
import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.router.Chains;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class GrpcChainLookupTest {

    private static final Duration AMPLE = Duration.ofSeconds(20);
    private static final QuestionKey KEY = new QuestionKey("a".repeat(64));
    private static final String OTHER_KEY = "b".repeat(64);
    private static final LearnedChain CHAIN = Chains.learned(TenantId.DEFAULT, KEY.value());

    private final ManualTicker ticker = new ManualTicker(NOW);
    private CacheDouble cache;
    private GrpcChainLookup lookup;

    @BeforeEach
    void start() throws Exception {
        cache = CacheDouble.start();
        lookup = new GrpcChainLookup(cache.address(), LookupSettings.within(AMPLE), ticker);
    }

    @AfterEach
    void stop() throws Exception {
        lookup.close();
        cache.stop();
    }

    @Test
    void findsAChainAndSaysHow() {
        cache.answer(_ -> CacheDouble.hit(Json.write(CHAIN)));
        assertThat(find()).isEqualTo(new Lookup.Found(CHAIN, "exact"));
        assertThat(cache.asked())
                .singleElement()
                .satisfies(asked -> assertThat(asked.getTenant()).isEqualTo("default"))
                .satisfies(asked -> assertThat(asked.getQuestionKey()).isEqualTo(KEY.value()));
    }

    @Test
    void saysWhereThereIsNone() {
        assertThat(find()).isEqualTo(new Lookup.NotFound("miss"));
    }

    @Test
    void believesNoChainOfAnotherQuestion() {
        cache.answer(_ -> CacheDouble.hit(Json.write(Chains.learned(TenantId.DEFAULT, OTHER_KEY))));
        assertThat(find()).isEqualTo(new Lookup.NotFound("unproven"));
    }

    @Test
    void believesNoChainOfAnotherTenant() {
        cache.answer(_ -> CacheDouble.hit(Json.write(Chains.learned(new TenantId("acme"), KEY.value()))));
        assertThat(find()).isEqualTo(new Lookup.NotFound("unproven"));
    }

    @Test
    void believesNoChainThatItCannotRead() {
        cache.answer(_ -> CacheDouble.hit("{}".getBytes(UTF_8)));
        assertThat(find()).isEqualTo(new Lookup.NotFound("unproven"));
    }

    @Test
    void waitsForASilentCacheNoLongerThanTheDeadline() {
        cache.answer(_ -> null);
        try (GrpcChainLookup hasty =
                new GrpcChainLookup(cache.address(), LookupSettings.within(Duration.ofMillis(50)), ticker)) {
            assertThat(hasty.find(TenantId.DEFAULT, KEY)).isEqualTo(new Lookup.NotFound("late"));
        }
    }

    @Test
    void leavesADeadCacheAloneUntilThePauseIsOver() throws Exception {
        // Given
        cache.stop();
        assertThat(find()).isEqualTo(new Lookup.NotFound("failed"));
        assertThat(find()).isEqualTo(new Lookup.NotFound("failed"));
        // When
        assertThat(find()).isEqualTo(new Lookup.NotFound("paused"));
        // Then
        ticker.advance(Duration.ofSeconds(1));
        assertThat(find()).isEqualTo(new Lookup.NotFound("failed"));
        assertThat(find()).isEqualTo(new Lookup.NotFound("paused"));
    }

    @Test
    void findsACacheAgainThatCameBack() throws Exception {
        // Given a cache that was gone for so long that gRPC's own pauses have grown
        cache.stop();
        for (int i = 0; i < 50; i++) {
            find();
            ticker.advance(Duration.ofSeconds(1));
        }
        // When
        cache = CacheDouble.startAt(cache.port());
        cache.answer(_ -> CacheDouble.hit(Json.write(CHAIN)));
        // Then
        await().pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            ticker.advance(Duration.ofSeconds(1));
            assertThat(find()).isInstanceOf(Lookup.Found.class);
        });
    }

    private Lookup find() {
        return lookup.find(TenantId.DEFAULT, KEY);
    }
}
