package dev.ponder.router.settlement.relay;

import static dev.ponder.router.settlement.decision.Outcomes.answered;
import static dev.ponder.router.settlement.relay.Stage.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.router.settlement.register.RegisterEntry;
import dev.ponder.router.settlement.relay.FaultyClients.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.GroupState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever fails, and whenever: none lost, none doubled. */
final class SettlementRecoveryIT {

    private static final String RESULTS = Topics.results(TenantId.DEFAULT);
    private static final int REQUESTS = 30;

    @RegisterExtension
    private final Stage stage = Stage.of("default", "acme");

    @ParameterizedTest
    @EnumSource(Fault.class)
    void losesNoneAndDoublesNoneWhenItFails(Fault fault) throws Exception {
        ask();
        // When
        RunningLoop loop = stage.startFailing(Guarantee.EXACTLY_ONCE, "router-1", fault, 3);
        stage.awaitAllSettled();
        ask();
        stage.awaitAllSettled();
        // Then
        assertThat(stage.committedKeys(RESULTS)).containsExactlyInAnyOrderElementsOf(ids());
        await().untilAsserted(() -> assertThat(loop.pulse().state()).isEqualTo(new LoopState.Running()));
    }

    @Test
    void clearsWhatItLeftOpenWhenItComesBack() throws Exception {
        // Given
        ask();
        Producer<byte[], byte[]> dead = transaction("router-1");
        dead.send(new ProducerRecord<>(RESULTS, utf8("half"), utf8("{}"))).get();
        // When
        stage.start(Guarantee.EXACTLY_ONCE, "router-1");
        stage.awaitAllSettled();
        // Then
        assertThat(stage.committedKeys(RESULTS)).containsExactlyInAnyOrderElementsOf(ids());
        dead.close(Duration.ZERO);
    }

    @Test
    void freesReadersOfADeadRoutersTransactionWithinTenSeconds() throws Exception {
        // Given a router that died in the middle and does not come back
        Producer<byte[], byte[]> dead = transaction("router-1");
        dead.send(new ProducerRecord<>(RESULTS, utf8("half"), utf8("{}"))).get();
        // When others write to the same partition
        stage.record(RESULTS, "half", utf8("{\"whole\":true}"));
        assertThat(stage.committedKeys(RESULTS)).isEmpty();
        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(stage.committed(RESULTS))
                        .singleElement()
                        .satisfies(record -> assertThat(record.value()).isEqualTo(utf8("{\"whole\":true}"))));
        dead.close(Duration.ZERO);
    }

    @Test
    void goesOnWhenAnotherFencedIt() throws Exception {
        RunningLoop loop = stage.start(Guarantee.EXACTLY_ONCE, "router-1");
        stage.outcomes(answered("default", "before"));
        stage.awaitAllSettled();
        // When
        transaction("router-1").close(Duration.ZERO);
        ask();
        stage.outcomes(answered("default", "before"));
        stage.awaitAllSettled();
        // Then
        List<String> expected = new ArrayList<>(ids());
        expected.add("before");
        assertThat(stage.committedKeys(RESULTS)).containsExactlyInAnyOrderElementsOf(expected);
        await().untilAsserted(() -> assertThat(loop.pulse().state()).isEqualTo(new LoopState.Running()));
    }

    @Test
    void remembersAfterARestartUnderAnotherName() throws Exception {
        // Given
        RunningLoop first = stage.start(Guarantee.EXACTLY_ONCE, "router-1");
        ask();
        stage.awaitAllSettled();
        first.stop();
        // When
        RunningLoop second = stage.start(Guarantee.EXACTLY_ONCE, "router-2");
        ask();
        stage.awaitAllSettled();
        // Then
        assertThat(stage.committedKeys(RESULTS)).containsExactlyInAnyOrderElementsOf(ids());
        await().untilAsserted(() -> assertThat(second.counted("duplicate")).isEqualTo(REQUESTS));
    }

    @Test
    void handsPartitionsOverWithTheirMemory() throws Exception {
        // Given
        RunningLoop first = stage.start(Guarantee.EXACTLY_ONCE, "router-1");
        ask();
        stage.awaitAllSettled();
        // When
        RunningLoop second = stage.start(Guarantee.EXACTLY_ONCE, "router-2");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            ask();
            stage.awaitAllSettled();
            assertThat(second.counted("duplicate")).isPositive();
        });
        first.stop();
        ask();
        stage.awaitAllSettled();
        // Then
        assertThat(stage.committedKeys(RESULTS)).containsExactlyInAnyOrderElementsOf(ids());
    }

    /**
     * The former owner's transaction is open over the register when the partition comes, and commits afterwards: a reader that
     * stopped at the last stable offset would miss it.
     */
    @Test
    void waitsForTheFormerOwnersTransaction() throws Exception {
        // Given
        Producer<byte[], byte[]> former = transaction("router-1");
        String digest = answered("default", "r-1").asked().key().digest();
        byte[] entry = Json.write(RegisterEntry.settled(Instant.now(), 1));
        former.send(new ProducerRecord<>(Topics.REGISTER, stage.partitionOf("r-1"), utf8(digest), entry))
                .get();
        stage.outcomes(answered("default", "r-1"));
        // When
        RunningLoop loop = stage.start(Guarantee.EXACTLY_ONCE, "router-2");
        await().untilAsserted(() -> assertThat(groupStates()).containsExactly(GroupState.STABLE));
        former.commitTransaction();
        former.close();
        stage.awaitAllSettled();
        // Then
        assertThat(stage.committedKeys(RESULTS)).isEmpty();
        await().untilAsserted(() -> assertThat(loop.counted("duplicate")).isEqualTo(1));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void losesNoneWithoutTransactions(Fault fault) throws Exception {
        ask();
        // When
        RunningLoop loop = stage.startFailing(Guarantee.AT_LEAST_ONCE, "router-1", fault, 3);
        stage.awaitAllSettled();
        ask();
        stage.awaitAllSettled();
        // Then
        assertThat(stage.committedKeys(RESULTS)).containsAll(ids());
        assertThat(loop.counted("unsure") > 0).isEqualTo(fault == Fault.WHILE_SENDING);
    }

    @Test
    void doublesNoneWithoutTransactionsAndFailures() throws Exception {
        RunningLoop first = stage.start(Guarantee.AT_LEAST_ONCE, "router-1");
        ask();
        stage.awaitAllSettled();
        first.stop();
        // When
        stage.start(Guarantee.AT_LEAST_ONCE, "router-2");
        ask();
        stage.awaitAllSettled();
        // Then
        assertThat(stage.committedKeys(RESULTS)).containsExactlyInAnyOrderElementsOf(ids());
    }

    private List<GroupState> groupStates() throws Exception {
        return stage.admin().describeConsumerGroups(List.of(Stage.GROUP)).all().get().values().stream()
                .map(ConsumerGroupDescription::groupState)
                .toList();
    }

    private Producer<byte[], byte[]> transaction(String name) {
        Producer<byte[], byte[]> producer = new KafkaClients(stage.settings(Guarantee.EXACTLY_ONCE, name)).producer();
        producer.initTransactions();
        producer.beginTransaction();
        return producer;
    }

    private void ask() {
        ids().forEach(id -> stage.outcomes(answered("default", id)));
    }

    private static List<String> ids() {
        return IntStream.range(0, REQUESTS).mapToObj(i -> "r-" + i).toList();
    }
}
