package dev.ponder.router.settlement.relay;

import static dev.ponder.router.settlement.decision.Outcomes.answered;
import static dev.ponder.router.settlement.decision.Outcomes.dispatched;
import static dev.ponder.router.settlement.relay.Stage.utf8;
import static dev.ponder.router.settlement.relay.Works.LATER;
import static dev.ponder.router.settlement.relay.Works.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.outcome.Dispatched;
import dev.ponder.contracts.outcome.Held;
import dev.ponder.contracts.outcome.Notice;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.result.Result;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.router.settlement.decision.OpenWork;
import dev.ponder.router.settlement.register.RegisterEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever the broker forgets, every request that was dispatched ends. */
final class LivenessIT {

    private static final String WORK = Topics.work(new PoolId("main"), SloClass.INTERACTIVE);
    private static final String RESULTS = Topics.results(TenantId.DEFAULT);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @RegisterExtension
    private final Stage stage = Stage.of("default");

    @BeforeEach
    void start() {
        stage.start(Guarantee.EXACTLY_ONCE, "router-1");
    }

    @Test
    void dispatchesAnOrphanAgainAndFencesItsFormerAttempt() throws Exception {
        // Given
        stage.record(WORK, "r-1", Json.write(task("default", "r-1", 1)));
        stage.tell(dispatched("r-1", 1, 0, LATER));
        // When
        stage.takeAndForget(WORK);
        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stage.committed(WORK)).hasSize(2));
        Task again = Json.read(stage.committed(WORK).getLast().value(), Task.class);
        assertThat(again).isEqualTo(task("default", "r-1", 1).again(2));
        await().untilAsserted(() -> assertThat(stage.toldOf("r-1")).hasSize(2));
        stage.outcomes(answered("default", "r-1"));
        stage.awaitAllSettled();
        assertThat(stage.committedKeys(RESULTS)).isEmpty();
        Outcome second = second(answered("default", "r-1"));
        stage.outcomes(second);
        stage.awaitAllSettled();
        assertThat(stage.committedKeys(RESULTS)).containsExactly("r-1");
    }

    @Test
    void dispatchesAgainWhatItsHolderLetsLapseAndListensToThatHolderNoMore() throws Exception {
        // Given
        stage.record(WORK, "r-1", Json.write(task("default", "r-1", 1)));
        stage.tell(dispatched("r-1", 1, 0, LATER));
        Instant lapses = Instant.now().plusSeconds(4);
        stage.tell(lease("r-1", lapses.minusSeconds(2)));
        stage.tell(lease("r-1", lapses));
        stage.awaitAllSettled();
        // When: the record is accepted, as at a hand-off, and no further lease comes
        stage.takeAndForget(WORK);
        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stage.committed(WORK)).hasSizeGreaterThan(1));
        ConsumerRecord<byte[], byte[]> again = stage.committed(WORK).get(1);
        assertThat(Json.read(again.value(), Task.class).attempt()).isEqualTo(2);
        assertThat(Instant.ofEpochMilli(again.timestamp())).isAfter(lapses);
        // A slow settlement hears of it only after it was dispatched twice, which harms nobody.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stage.toldOf("r-1")).hasSizeGreaterThanOrEqualTo(4));
        stage.tell(lease("r-1", LATER));
        stage.outcomes(answered("default", "r-1"));
        stage.awaitAllSettled();
        assertThat(stage.committedKeys(RESULTS)).isEmpty();
        stage.outcomes(second(answered("default", "r-1")));
        stage.awaitAllSettled();
        assertThat(stage.committedKeys(RESULTS)).containsExactly("r-1");
    }

    private static Held lease(String id, Instant until) {
        return new Held(Notice.VERSION, TenantId.DEFAULT, new RequestId(id), 1, "reasoner-1", until, Map.of());
    }

    @Test
    void endsWorkThatHadAllItsAttemptsAndPutsItAside() throws Exception {
        stage.record(WORK, "r-1", Json.write(task("default", "r-1", 2)));
        stage.tell(dispatched("r-1", 2, 0, LATER));
        // When
        stage.takeAndForget(WORK);
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(errors()).containsExactly("attempts_exhausted"));
        assertThat(stage.committed(Topics.deadLetters(TenantId.DEFAULT)))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.key()).isEqualTo(utf8("r-1"));
                    assertThat(letter.headers().lastHeader("dead-letter-code").value())
                            .isEqualTo(utf8("attempts_exhausted"));
                });
        assertThat(stage.committed(Topics.PROGRESS))
                .extracting(ConsumerRecord::value)
                .containsOnlyNulls();
    }

    @Test
    void endsWorkWhoseRecordIsGone() throws Exception {
        stage.record(WORK, "r-1", Json.write(task("default", "r-1", 1)));
        stage.tell(dispatched("r-1", 1, 0, LATER));
        stage.takeAndForget(WORK);
        // When
        stage.admin()
                .deleteRecords(Map.of(new TopicPartition(WORK, 0), RecordsToDelete.beforeOffset(1)))
                .all()
                .get();
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(errors()).containsExactly("work_lost"));
    }

    @Test
    void endsEveryRequestByItsDeadlineAlsoAfterARestart() throws Exception {
        stage.tell(dispatched("r-1", 1, 7, Instant.now().plusSeconds(4)));
        stage.awaitAllSettled();
        stage.stopLoops();
        // When
        stage.start(Guarantee.EXACTLY_ONCE, "router-2");
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(errors()).containsExactly("deadline_missed"));
    }

    /** All routers were away for three hours; since then the work's holder has died, and its lease and deadline passed. */
    @Test
    void endsWhatWasUnderWayWhenAllRoutersWentHoursAgo() throws Exception {
        // Given
        stage.stopLoops();
        Instant left = Instant.now().minus(Duration.ofHours(3));
        RelaySettings settings = stage.settings(Guarantee.EXACTLY_ONCE, "router-2");
        stage.start(settings, new KafkaClients(settings), new Ago(Duration.ofHours(3)));
        stage.tell(dispatched("r-1", 1, 7, left.plusSeconds(600)));
        stage.tell(lease("r-1", left.plusSeconds(60)));
        stage.awaitAllSettled();
        stage.stopLoops();
        // When
        stage.start(Guarantee.EXACTLY_ONCE, "router-3");
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(errors()).containsExactly("deadline_missed"));
    }

    /** An older router, or somebody who reset its offsets, does not say since when there is work under way. */
    @Test
    void endsWhatIsUnderWaySinceHoursAlsoWhereNobodySaysSinceWhen() throws Exception {
        // Given
        stage.stopLoops();
        Instant left = Instant.now().minus(Duration.ofHours(3));
        OpenWork work = open(dispatched("r-1", 1, 7, left.plusSeconds(600)), left);
        stage.registered("r-1", RegisterEntry.open(work), left);
        stage.registered("r-2", RegisterEntry.settled(Instant.now(), 1), Instant.now());
        // When
        stage.start(Guarantee.EXACTLY_ONCE, "router-2");
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(errors()).containsExactly("deadline_missed"));
    }

    /** What clocks showed a while ago. */
    private record Ago(Duration ago) implements Ticker {

        @Override
        public Instant now() {
            return Ticker.system().now().minus(ago);
        }

        @Override
        public long nanos() {
            return Ticker.system().nanos();
        }
    }

    private static OpenWork open(Dispatched told, Instant at) {
        return new OpenWork(told.asked(), told.deadline(), told.place(), told.promisedTokens(), null, at);
    }

    /** A partition may have nothing to say after its last settlement, and its note holds up the cuts of all. */
    @Test
    void notesNoWorkAsUnderWayThatItSettlesByTheSameBatch() throws Exception {
        stage.tell(dispatched("r-1", 1, 7, LATER));
        stage.tell(dispatched("r-2", 1, 8, LATER));
        stage.outcomes(answered("default", "r-1"), answered("default", "r-2"));
        // When
        stage.awaitAllSettled();
        // Then
        assertThat(stage.notes())
                .isNotEmpty()
                .allSatisfy(note -> assertThat(note).doesNotContain(WORK));
    }

    @Test
    void notesWhatIsStillUnderWay() throws Exception {
        stage.tell(dispatched("r-1", 1, 7, LATER));
        // When
        stage.awaitAllSettled();
        // Then
        assertThat(stage.notes()).anySatisfy(note -> assertThat(note).contains(WORK + "/0=7"));
    }

    private List<String> errors() throws Exception {
        List<String> codes = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : stage.committed(RESULTS)) {
            codes.add(Result.read(record.value()).errorCode());
        }
        return codes;
    }

    private static Outcome second(Outcome.Answered first) {
        return new Outcome.Answered(
                first.v(),
                first.asked().again(2),
                first.chain(),
                first.usage(),
                first.timings(),
                first.provenance(),
                first.plan(),
                first.classification(),
                first.questionKey(),
                first.unknown());
    }
}
