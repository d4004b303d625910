package dev.ponder.router.settlement.relay;

import static dev.ponder.router.settlement.relay.Stage.utf8;
import static dev.ponder.router.settlement.relay.Works.LATER;
import static dev.ponder.router.settlement.relay.Works.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.outcome.Dispatched;
import dev.ponder.contracts.outcome.Notice;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Timings;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.result.Result;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.contracts.work.Task;
import dev.ponder.contracts.work.WorkPlace;
import dev.ponder.mechanics.time.Ticker;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Work that a reasoner gives up ends as an error and as one dead letter of its tenant, by one transaction. */
final class GivenUpWorkIT {

    private static final TenantId ACME = new TenantId("acme");
    private static final String WORK = Topics.work(new PoolId("main"), SloClass.INTERACTIVE);
    private static final String REASON = "The work failed 4 times and was given up.";

    @RegisterExtension
    private final Stage stage = Stage.of("default", "acme");

    @ParameterizedTest
    @EnumSource(FaultyClients.Fault.class)
    void putsItsRecordAsideOnceThoughSettlementFails(FaultyClients.Fault fault) throws Exception {
        // Given
        Task task = task("acme", "r-1", 1);
        stage.record(WORK, "r-1", Json.write(task));
        stage.tell(dispatched(task));
        RelaySettings settings = stage.settings(Guarantee.EXACTLY_ONCE, "router-1");
        // When
        stage.outcomes(givenUp(task), givenUp(task));
        stage.start(
                settings, new FaultyClients(new KafkaClients(settings), fault, 2), Ticker.system(), "default", "acme");
        stage.awaitAllSettled();
        // Then
        assertThat(stage.committed(Topics.results(ACME)))
                .singleElement()
                .satisfies(result ->
                        assertThat(Result.read(result.value()).errorCode()).isEqualTo("attempts_exhausted"));
        assertThat(stage.committed(Topics.deadLetters(ACME))).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(utf8("r-1"));
            assertThat(letter.value()).isEqualTo(Json.write(task));
            assertThat(headers(letter))
                    .containsEntry(DeadLetter.CODE, "attempts_exhausted")
                    .containsEntry(DeadLetter.REASON, REASON)
                    .containsEntry(DeadLetter.REQUEST_ID, "r-1")
                    .containsEntry(DeadLetter.TOPIC, WORK)
                    .containsEntry(DeadLetter.PARTITION, "0")
                    .containsEntry(DeadLetter.OFFSET, "0");
        });
        assertThat(stage.committed(Topics.deadLetters(TenantId.DEFAULT))).isEmpty();
    }

    @Test
    void putsAsideWhatIsKnownOfWorkWhoseRecordIsGone() throws Exception {
        // Given
        Task task = task("acme", "r-1", 1);
        stage.record(WORK, "r-1", Json.write(task));
        stage.tell(dispatched(task));
        stage.admin()
                .deleteRecords(Map.of(new TopicPartition(WORK, 0), RecordsToDelete.beforeOffset(1)))
                .all()
                .get();
        // When
        stage.outcomes(givenUp(task));
        stage.start(Guarantee.EXACTLY_ONCE, "router-1", "default", "acme");
        stage.awaitAllSettled();
        // Then
        assertThat(stage.committed(Topics.deadLetters(ACME))).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(utf8("r-1"));
            assertThat(letter.value()).isNull();
            assertThat(headers(letter)).containsEntry(DeadLetter.REASON, REASON).containsEntry(DeadLetter.TOPIC, WORK);
        });
    }

    @Test
    void putsAsideWhatWasNeverAnnounced() throws Exception {
        // When
        stage.outcomes(givenUp(task("acme", "r-1", 1)));
        stage.start(Guarantee.EXACTLY_ONCE, "router-1", "default", "acme");
        stage.awaitAllSettled();
        // Then
        assertThat(stage.committed(Topics.deadLetters(ACME)))
                .singleElement()
                .satisfies(letter -> assertThat(headers(letter)).containsEntry(DeadLetter.TOPIC, Topics.OUTCOMES));
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        List.of(record.headers().toArray())
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    private static Dispatched dispatched(Task task) {
        return new Dispatched(Notice.VERSION, task.asked(), LATER, new WorkPlace(WORK, 0, 0), 100, Map.of());
    }

    private static Outcome givenUp(Task task) {
        Fault fault = Fault.of(FaultCode.ATTEMPTS_EXHAUSTED, REASON);
        return new Outcome.Failed(Notice.VERSION, task.asked(), fault, Usage.NONE, Timings.NONE, Map.of());
    }
}
