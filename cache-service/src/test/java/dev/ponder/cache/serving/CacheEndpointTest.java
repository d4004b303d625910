package dev.ponder.cache.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.cache.Chains;
import dev.ponder.cache.learning.CatchUp;
import dev.ponder.cache.lookup.Lookup;
import dev.ponder.cache.lookup.Proof;
import dev.ponder.cache.retention.AgeLimit;
import dev.ponder.cache.storage.ChainChange;
import dev.ponder.cache.storage.ChainStore;
import dev.ponder.cache.storage.MvChainStore;
import dev.ponder.cache.wire.LookupRequest;
import dev.ponder.contracts.question.QuestionKey;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.mechanics.time.ManualTicker;
import io.grpc.Context;
import io.grpc.Status;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheEndpointTest {

    private static final QuestionKey KEY = Chains.key(Chains.ALICE, "1+1");
    private static final String JSON = Chains.json(Chains.ALICE, KEY, "zwei ½");

    @TempDir
    Path dir;

    private final ManualTicker ticker = new ManualTicker(Chains.LEARNED_AT);
    private final CatchUp catchUp = new CatchUp();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final RecordedAnswer answer = new RecordedAnswer();

    private ChainStore store;
    private CacheEndpoint endpoint;

    @BeforeEach
    void open() {
        store = MvChainStore.open(dir, 10, Duration.ofHours(1), ticker);
        store.apply(List.of(new ChainChange.Learned(KEY, JSON)), Map.of());
        catchUp.expect(Map.of());
        Proof proof = new Proof(new AgeLimit(Duration.ofDays(1)));
        endpoint = new CacheEndpoint(new Lookup(store, catchUp, proof, ticker), new LookupMeters(registry));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void tellsTheChainAsItWasLearned() {
        endpoint.lookup(request("alice", KEY.value()), answer);

        assertThat(answer.only().getHit().getChainJson().toStringUtf8()).isEqualTo(JSON);
        assertThat(answer.only().getHit().getMatch()).isEqualTo("exact");
        assertThat(counted("hit")).isEqualTo(1);
    }

    @Test
    void saysNoMoreThanAbsentToAnotherTenant() {
        endpoint.lookup(request("bob", KEY.value()), answer);

        assertThat(answer.only().getMiss().getReason()).isEqualTo("absent");
        assertThat(counted("refuted")).isEqualTo(1);
    }

    @Test
    void saysThatAChainIsTooOld() {
        ticker.advance(Duration.ofDays(2));

        endpoint.lookup(request("alice", KEY.value()), answer);

        assertThat(answer.only().getMiss().getReason()).isEqualTo("expired");
        assertThat(counted("expired")).isEqualTo(1);
    }

    @Test
    void refusesWhatItCannotRead() {
        endpoint.lookup(request("alice", "1+1"), answer);

        assertThat(answer.refusal().getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
        assertThat(answer.refusal().getStatus().getDescription())
                .isEqualTo("question_key is not 64 lower-case hex digits");
    }

    @Test
    void doesNotWorkForACallerThatHasGone() {
        try (Context.CancellableContext gone = Context.current().withCancellation()) {
            gone.cancel(null);

            gone.run(() -> endpoint.lookup(request("alice", KEY.value()), answer));
        }

        assertThat(answer.isUntouched()).isTrue();
        assertThat(counted("hit")).isZero();
    }

    private double counted(String outcome) {
        return registry.counter(Meters.CACHE_LOOKUPS, Meters.TAG_OUTCOME, outcome)
                .count();
    }

    private static LookupRequest request(String tenant, String key) {
        return LookupRequest.newBuilder().setTenant(tenant).setQuestionKey(key).build();
    }
}
