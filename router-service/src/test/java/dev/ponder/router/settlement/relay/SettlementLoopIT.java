package dev.ponder.router.settlement.relay;

import static dev.ponder.router.settlement.decision.Outcomes.answered;
import static dev.ponder.router.settlement.decision.Outcomes.cancelled;
import static dev.ponder.router.settlement.decision.Outcomes.dispatched;
import static dev.ponder.router.settlement.decision.Outcomes.failed;
import static dev.ponder.router.settlement.relay.Stage.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.chain.LearnedChain;
import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.outcome.Dispatched;
import dev.ponder.contracts.result.Result;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.router.settlement.decision.OpenWork;
import dev.ponder.router.settlement.decision.Outcomes;
import dev.ponder.router.settlement.register.RegisterEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SettlementLoopIT {

    private static final TenantId ACME = new TenantId("acme");

    @RegisterExtension
    private final Stage stage = Stage.of("default", "acme");

    @Test
    void publishesOneCommittedResultHoweverOftenARequestEnded() throws Exception {
        RunningLoop loop = stage.start(Guarantee.EXACTLY_ONCE, "router-1");
        // When
        for (int round = 0; round < 3; round++) {
            IntStream.range(0, 20).forEach(i -> stage.outcomes(answered("default", "r-" + i)));
        }
        stage.awaitAllSettled();
        // Then
        assertThat(stage.committedKeys(Topics.results(TenantId.DEFAULT)))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "r-" + i).toList());
        await().untilAsserted(() -> assertThat(loop.counted("duplicate")).isEqualTo(40));
        assertThat(loop.counted("settled")).isEqualTo(20);
        assertThat(loop.cost("default")).isCloseTo(20 * 0.0018, Offset.offset(1e-9));
        assertThat(loop.pulse().state()).isEqualTo(new LoopState.Running());
    }

    @Test
    void tellsTheUserTheCacheAndItself() throws Exception {
        stage.start(Guarantee.EXACTLY_ONCE, "router-1");
        // When
        stage.outcomes(answered("default", "r-1"));
        stage.awaitAllSettled();
        // Then
        ConsumerRecord<byte[], byte[]> result =
                stage.committed(Topics.results(TenantId.DEFAULT)).getFirst();
        assertThat(Result.read(result.value()).answer()).isEqualTo("42");
        assertThat(header(result, "ce_type")).isEqualTo("dev.ponder.result.v1");
        assertThat(header(result, "ce_id")).isEqualTo("r-1");
        assertThat(header(result, "traceparent")).isEqualTo(Stage.TRACEPARENT);
        ConsumerRecord<byte[], byte[]> chain = stage.committed(Topics.CHAINS).getFirst();
        assertThat(Json.read(chain.value(), LearnedChain.class).questionKey()).isEqualTo(Outcomes.KEY);
        ConsumerRecord<byte[], byte[]> entry = stage.committed(Topics.REGISTER).getFirst();
        assertThat(entry.partition()).isEqualTo(stage.partitionOf("r-1"));
        assertThat(entry.key())
                .isEqualTo(utf8(answered("default", "r-1").asked().key().digest()));
    }

    @Test
    void keepsTenantsApart() throws Exception {
        RunningLoop loop = stage.start(Guarantee.EXACTLY_ONCE, "router-1", "default", "acme");
        // When
        stage.outcomes(answered("default", "r-1"), answered("acme", "r-1"), failed("acme", "r-2"));
        stage.awaitAllSettled();
        // Then
        assertThat(stage.committedKeys(Topics.results(TenantId.DEFAULT))).containsExactly("r-1");
        assertThat(stage.committedKeys(Topics.results(ACME))).containsExactlyInAnyOrder("r-1", "r-2");
        await().untilAsserted(() -> assertThat(loop.cost("acme")).isPositive());
    }

    @Test
    void putsWhatItCantSettleAsideAndGoesOn() throws Exception {
        stage.start(Guarantee.EXACTLY_ONCE, "router-1");
        // When
        stage.raw("r-1", utf8("no json"));
        stage.raw("r-1", null);
        stage.outcomes(answered("stranger", "r-1"), answered("default", "r-1"));
        stage.awaitAllSettled();
        // Then
        assertThat(stage.committedKeys(Topics.results(TenantId.DEFAULT))).containsExactly("r-1");
        List<ConsumerRecord<byte[], byte[]>> letters = stage.committed(Topics.deadLetters(TenantId.DEFAULT));
        assertThat(letters)
                .extracting(letter -> header(letter, DeadLetter.CODE))
                .containsExactlyInAnyOrder("malformed_json", "null_value", "unknown_tenant");
        assertThat(letters)
                .allSatisfy(
                        letter -> assertThat(header(letter, DeadLetter.TOPIC)).isEqualTo(Topics.OUTCOMES));
        assertThat(letters).anySatisfy(letter -> assertThat(letter.value()).isEqualTo(utf8("no json")));
    }

    @ParameterizedTest
    @EnumSource(Guarantee.class)
    void deletesTheProgressOfWhatIsSettledAndOfNothingElse(Guarantee guarantee) throws Exception {
        stage.start(guarantee, "router-1");
        // When
        stage.outcomes(answered("default", "r-1"));
        stage.outcomeAfterProgress(answered("default", "r-2"));
        stage.awaitAllSettled();
        // Then
        assertThat(stage.committed(Topics.PROGRESS)).singleElement().satisfies(deletion -> {
            assertThat(deletion.key())
                    .isEqualTo(utf8(answered("default", "r-2").key().digest()));
            assertThat(deletion.value()).isNull();
        });
    }

    /** The clock stands still, so what nobody waits for stays in the session's hands; each record is a poll of its own. */
    @Test
    void endsWhatWasTakenBackInThePollBeforeItsRequest() throws Exception {
        RelaySettings some = stage.settings(Guarantee.EXACTLY_ONCE, "router-1");
        RelaySettings settings = new RelaySettings(
                some.kafka(),
                some.guarantee(),
                some.group(),
                some.transactionalId(),
                some.transactionTimeout(),
                some.sessionTimeout(),
                1,
                some.remember());
        stage.tell(cancelled("r-1"));
        stage.tell(dispatched("r-1", 1, 0, Works.LATER));
        // When
        stage.start(settings, new KafkaClients(settings), new ManualTicker(Instant.now()));
        stage.awaitAllSettled();
        // Then
        assertThat(errors()).containsExactly("cancelled");
    }

    /** As a router left it that did not see the one of the two when it decided on the other. */
    @Test
    void endsWhatIsTakenBackAndUnderWayInTheRegister() throws Exception {
        Instant now = Instant.now();
        Dispatched told = dispatched("r-1", 1, 0, Works.LATER);
        OpenWork work = new OpenWork(told.asked(), told.deadline(), told.place(), told.promisedTokens(), null, now);
        stage.registered("r-1", RegisterEntry.withdrawn(now), now);
        stage.registered("r-1", RegisterEntry.open(work), now);
        // When
        stage.start(Guarantee.EXACTLY_ONCE, "router-1");
        // Then
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(errors()).containsExactly("cancelled"));
    }

    private List<String> errors() throws Exception {
        List<String> codes = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : stage.committed(Topics.results(TenantId.DEFAULT))) {
            codes.add(Result.read(record.value()).errorCode());
        }
        return codes;
    }

    @Test
    void saysSoWhereRegisterAndOutcomesDiffer() throws Exception {
        stage.admin()
                .createPartitions(Map.of(Topics.REGISTER, NewPartitions.increaseTo(4)))
                .all()
                .get();
        RunningLoop loop = stage.start(Guarantee.EXACTLY_ONCE, "router-1");
        await().untilAsserted(() -> assertThat(loop.pulse().state())
                .isInstanceOfSatisfying(
                        LoopState.Recovering.class,
                        state -> assertThat(state.why())
                                .contains("reasoning.outcomes has 3 partitions and reasoning.register has 4")));
    }

    @Test
    void forgetsAfterTheSetTime() throws Exception {
        ManualTicker ticker = new ManualTicker(Instant.now());
        RelaySettings settings = stage.settings(Guarantee.EXACTLY_ONCE, "router-1");
        stage.start(settings, new KafkaClients(settings), ticker);
        stage.outcomes(answered("default", "r-1"));
        stage.awaitAllSettled();
        // When
        ticker.advance(Duration.ofHours(1));
        stage.outcomes(answered("default", "r-1"));
        stage.awaitAllSettled();
        // Then
        assertThat(stage.committedKeys(Topics.results(TenantId.DEFAULT))).containsExactly("r-1", "r-1");
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
