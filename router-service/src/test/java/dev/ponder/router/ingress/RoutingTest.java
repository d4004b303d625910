package dev.ponder.router.ingress;

import static dev.ponder.router.Requests.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.outcome.Asked;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Provenance;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.question.QuestionKey;
import dev.ponder.contracts.request.ChatMessage;
import dev.ponder.contracts.result.Price;
import dev.ponder.contracts.result.Result;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.router.Chains;
import dev.ponder.router.admission.AdmissionGate;
import dev.ponder.router.admission.AdmissionSettings;
import dev.ponder.router.classification.RulesClassifier;
import dev.ponder.router.lookup.ChainLookup;
import dev.ponder.router.lookup.Lookup;
import dev.ponder.router.planning.Planner;
import dev.ponder.router.planning.PlanningConfig;
import dev.ponder.router.planning.WavesRule;
import dev.ponder.router.sharing.FairSharing;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RoutingTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final String QUESTION = "{\"id\":\"r-1\",\"input_text\":\"What is 6 * 7?\",\"odd\":[1],"
            + "\"max_completion_tokens\":5000,\"stream\":true,\"ponder\":{\"slo_class\":\"batch\"}}";

    private record Settings(String pool, Map<String, String> pools) implements PlanningConfig {}

    private final ManualTicker ticker = new ManualTicker(NOW);
    private final RecordingDispatch dispatch = new RecordingDispatch();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void handsAMissOnAsWork() {
        route((_, _) -> new Lookup.NotFound("miss"), Records.record("reasoning.requests.acme", QUESTION));
        assertThat(dispatch.outcomes).isEmpty();
        assertThat(dispatch.asides).isEmpty();
        assertThat(dispatch.tasks).singleElement().satisfies(task -> {
            assertThat(task.tenant()).isEqualTo(ACME);
            assertThat(task.id()).isEqualTo(new RequestId("r-1"));
            assertThat(task.attempt()).isEqualTo(1);
            assertThat(task.messages()).containsExactly(new ChatMessage("user", "What is 6 * 7?"));
            assertThat(task.sampling().maxCompletionTokens()).isEqualTo(92);
            assertThat(task.stream()).isTrue();
            assertThat(task.plan().promisedTokens()).isEqualTo(100);
            assertThat(task.plan().slo()).isEqualTo(SloClass.BATCH);
            assertThat(task.classification().domain()).isEqualTo("math");
            assertThat(task.arrivedAt()).isEqualTo(NOW);
            assertThat(task.deadline()).isEqualTo(NOW.plus(Duration.ofHours(12)));
            assertThat(task.questionKey())
                    .isEqualTo(QuestionKey.of(ACME, "default", 1_000, task.messages())
                            .value());
            assertThat(task.rest()).hasToString("{\"odd\":[1]}");
        });
        assertThat(counted("ponder.router.lookups", "miss")).isEqualTo(1);
        assertThat(counted("ponder.router.requests", "admitted")).isEqualTo(1);
    }

    @Test
    void notesHowLongARecordTook() {
        route(
                (_, _) -> {
                    ticker.advance(Duration.ofMillis(40));
                    return new Lookup.NotFound("miss");
                },
                Records.record("reasoning.requests.acme", QUESTION));
        route((_, _) -> new Lookup.NotFound("miss"), Records.record("reasoning.requests.nobody", QUESTION));

        assertThat(meters.find("messaging.process.duration").timers())
                .extracting(
                        timer -> timer.getId().getTag("messaging.destination.name"), Timer::count, RoutingTest::millis)
                .containsExactlyInAnyOrder(
                        tuple("reasoning.requests.acme", 1L, 40.0), tuple("reasoning.requests", 1L, 0.0));
    }

    @Test
    void canReadAgainWhatItWritesOfTheDeepestRequest() throws UnreadableException {
        route((_, _) -> new Lookup.NotFound("miss"), Records.record("reasoning.requests.acme", deepest("")));
        route(
                (_, _) -> new Lookup.NotFound("miss"),
                Records.record(
                        "reasoning.requests.acme", deepest(",\"ponder\":{\"deadline\":\"2020-01-01T00:00:00Z\"}")));

        assertThat(dispatch.tasks).hasSize(1);
        Task task = dispatch.tasks.getFirst();
        assertThat(Json.read(Json.write(task), Task.class)).isEqualTo(task);
        assertThat(dispatch.outcomes).hasSize(1);
        Outcome refused = dispatch.outcomes.getFirst();
        Outcome read = Json.read(Json.write(refused), Outcome.class);
        assertThat(read.asked()).isEqualTo(refused.asked());
        Result result = Result.of(refused, new Price(BigDecimal.ZERO, "USD"), NOW);
        assertThat(Result.read(Json.write(result.body())).errorCode()).isEqualTo("deadline_passed");
    }

    private static String deepest(String more) {
        int arrays = Json.MAX_FOREIGN_DEPTH - 1;
        return "{\"input_text\":\"x\",\"odd\":" + "[".repeat(arrays) + "]".repeat(arrays) + more + "}";
    }

    private static double millis(Timer timer) {
        return timer.totalTime(TimeUnit.MILLISECONDS);
    }

    @Test
    void concludesAHitAtOnce() {
        ticker.advance(Duration.ofMillis(3));
        route(
                (tenant, key) -> new Lookup.Found(Chains.learned(tenant, key.value()), "exact"),
                Records.record("reasoning.requests.acme", QUESTION));
        assertThat(dispatch.tasks).isEmpty();
        assertThat(dispatch.outcomes)
                .singleElement()
                .asInstanceOf(type(Outcome.Answered.class))
                .satisfies(answered -> {
                    assertThat(answered.chain().answer()).isEqualTo("42");
                    assertThat(answered.usage()).isEqualTo(new Usage(0, 0, 0, 90));
                    assertThat(answered.timings().routerMs()).isEqualTo(3);
                    assertThat(answered.provenance())
                            .isEqualTo(new Provenance.Cached("exact", new RequestId("r-0"), NOW.minusSeconds(3600)));
                    assertThat(answered.questionKey()).isNull();
                    assertThat(answered.asked().tenant()).isEqualTo(ACME);
                    assertThat(answered.asked().rest()).hasToString("{\"odd\":[1]}");
                });
        assertThat(counted("ponder.router.lookups", "hit")).isEqualTo(1);
        assertThat(meters.get("ponder.router.lookup.time").timer().count()).isEqualTo(1);
    }

    @Test
    void asksNoCacheThatTheRequestBypasses() {
        ChainLookup never = (_, _) -> {
            throw new AssertionError("asked");
        };
        route(never, Records.record("reasoning.requests", "{\"input_text\":\"x\",\"ponder\":{\"cache\":\"refresh\"}}"));
        assertThat(dispatch.tasks).hasSize(1);
        assertThat(counted("ponder.router.lookups", "not_asked")).isEqualTo(1);
        assertThat(meters.get("ponder.router.lookup.time").timer().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"stop\":[\"\\n\"]", "\"stop\":\"END\"", "\"seed\":7"})
    void asksNoCacheWhereNotAnyAnswerWillDo(String sampling) {
        route(
                (tenant, key) -> new Lookup.Found(Chains.learned(tenant, key.value()), "exact"),
                Records.record("reasoning.requests", "{\"input_text\":\"x\"," + sampling + "}"));
        assertThat(dispatch.tasks).hasSize(1);
        assertThat(dispatch.outcomes).isEmpty();
        assertThat(counted("ponder.router.lookups", "not_asked")).isEqualTo(1);
    }

    @Test
    void answersARefusalWithAnErrorAlone() {
        ticker.advance(Duration.ofMinutes(1));
        route(ChainLookup.none(), Records.record("reasoning.requests", "{\"id\":\"r-2\",\"input_text\":\"x\"}"));
        assertThat(dispatch.tasks).isEmpty();
        assertThat(dispatch.asides).isEmpty();
        assertThat(failure().fault().code()).isEqualTo(FaultCode.DEADLINE_PASSED);
        assertThat(failure().asked().id()).isEqualTo(new RequestId("r-2"));
    }

    @Test
    void putsAsideWhatItCannotReadAndSaysSo() {
        route(ChainLookup.none(), Records.record("reasoning.requests.acme", "{"));
        assertThat(dispatch.tasks).isEmpty();
        assertThat(failure().fault().code()).isEqualTo(FaultCode.MALFORMED_JSON);
        assertThat(failure().asked().tenant()).isEqualTo(ACME);
        assertThat(dispatch.asides).singleElement().satisfies(aside -> {
            assertThat(aside.owner()).isEqualTo(ACME);
            assertThat(aside.key()).isEqualTo("k");
            assertThat(aside.value()).isEqualTo("{");
            assertThat(aside.letter().headers())
                    .containsEntry(DeadLetter.CODE, "malformed_json")
                    .containsEntry(DeadLetter.OFFSET, "41")
                    .containsEntry(DeadLetter.REQUEST_ID, "reasoning.requests.acme-2-41");
        });
        assertThat(meters.get("ponder.dead.letters")
                        .tags("tenant", "acme", "reason", "malformed_json")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void answersForAnUnknownTenantWhereTheDefaultOneLooks() {
        route(ChainLookup.none(), Records.record("reasoning.requests.nobody", QUESTION));
        Asked asked = failure().asked();
        assertThat(asked.tenant()).isEqualTo(TenantId.DEFAULT);
        assertThat(asked.id()).isEqualTo(new RequestId("reasoning.requests.nobody-2-41"));
        assertThat(failure().fault().code()).isEqualTo(FaultCode.UNKNOWN_TENANT);
        assertThat(dispatch.asides)
                .singleElement()
                .extracting(RecordingDispatch.Aside::owner)
                .isEqualTo(TenantId.DEFAULT);
        assertThat(counted("ponder.router.requests", "unknown_tenant")).isEqualTo(1);
    }

    @Test
    void failsWhereTheBrokerDoes() {
        dispatch.fail(new IllegalStateException("no broker"));
        assertThatThrownBy(() -> route(ChainLookup.none(), Records.record("reasoning.requests", QUESTION)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no broker");
    }

    private Outcome.Failed failure() {
        assertThat(dispatch.outcomes).singleElement().isInstanceOf(Outcome.Failed.class);
        return (Outcome.Failed) dispatch.outcomes.getFirst();
    }

    private double counted(String meter, String outcome) {
        return meters.get(meter).tag("outcome", outcome).counter().count();
    }

    private void route(ChainLookup cache, ConsumerRecord<byte[], byte[]> record) {
        routing(cache).route(record, Span.getInvalid()).await().indefinitely();
    }

    private Routing routing(ChainLookup cache) {
        return new Routing(
                new AdmissionGate(AdmissionSettings.SMALL, Set.of(TenantId.DEFAULT, ACME), ticker),
                new RulesClassifier(),
                cache,
                new Planner(new Settings("main", Map.of()), WavesRule.ONE_CHAIN),
                new FairSharing(1_000, Map.of(), ticker),
                dispatch,
                new RoutingMeters(meters),
                ticker);
    }
}
