package dev.ponder.reasoner.recall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.outcome.Asked;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Timings;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.progress.Progress;
import dev.ponder.contracts.request.CachePolicy;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.contracts.work.Task;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.reasoner.path.Tasks;
import dev.ponder.reasoner.progress.Keepers;
import dev.ponder.testkafka.TestBroker;
import dev.ponder.testkafka.TestKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks on a real broker. */
@SuppressWarnings("NullAway.Init") // each test begins with start(), which sets all
class RecallIT {

    private static final Duration AMPLE = Duration.ofSeconds(30);
    private final Instant now = Instant.now();

    private TestBroker broker;
    private KafkaProducer<byte[], byte[]> producer;
    private Recall recall;
    private ProgressTopic topic;

    @BeforeEach
    void start(@TempDir Path dir) throws Exception {
        broker = TestKafka.fresh(dir);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            new TopicProvisioner(admin).ensureTopics(new TopicPlan(List.of(), List.of(), 5).specs());
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrap()), new ByteArraySerializer(), new ByteArraySerializer());
        recall = new Recall(Map.of("bootstrap.servers", broker.bootstrap()), Ticker.system());
        topic = new ProgressTopic(recall);
    }

    @AfterEach
    void stop() throws InterruptedException {
        recall.close();
        producer.close();
        broker.stop();
    }

    @Test
    void findsTheLastOfEachKeyWhateverItsPartition() throws Exception {
        List<Task> tasks = IntStream.range(0, 20).mapToObj(i -> task("r-" + i)).toList();
        tasks.forEach(task -> write(task.key(), now, Keepers.progress(task, 1, "<think>", 1)));
        tasks.forEach(task -> write(task.key(), now, Keepers.progress(task, 1, "<think>so", 2)));
        producer.flush();

        for (Task task : tasks) {
            assertThat(topic.find(task.key(), now, AMPLE)).contains(Keepers.progress(task, 1, "<think>so", 2));
        }
        assertThat(topic.find(task("other").key(), now, AMPLE)).isEmpty();
    }

    @Test
    void findsNothingOfWhatIsSettled() throws Exception {
        Task task = task("r-1");
        write(task.key(), now, Keepers.progress(task, 1, "<think>", 1));
        write(task.key(), now, null);
        producer.flush();

        assertThat(topic.find(task.key(), now, AMPLE)).isEmpty();
    }

    @Test
    void looksFarBackButNotBeyondTheRequestsArrival() throws Exception {
        Task task = task("r-1");
        write(task.key(), now, Keepers.progress(task, 1, "<think>", 1));
        IntStream.range(0, 12_000).forEach(i -> {
            Task other = task("o-" + i);
            write(other.key(), now, Keepers.progress(other, 1, "x", 1));
        });
        producer.flush();

        assertThat(topic.find(task.key(), now, AMPLE)).isPresent();
        assertThat(topic.find(task.key(), now.plus(Duration.ofHours(1)), AMPLE)).isEmpty();
    }

    @Test
    void missesInTimeWhereTheBrokerIsGoneAndFindsWhenItIsThere() throws Exception {
        Task task = task("r-1");
        write(task.key(), now, Keepers.progress(task, 1, "<think>", 1));
        producer.flush();
        try (Recall nobody = new Recall(Map.of("bootstrap.servers", "127.0.0.1:1"), Ticker.system())) {
            assertThat(new ProgressTopic(nobody).find(task.key(), now, Duration.ofMillis(300)))
                    .isEmpty();
        }
        assertThat(topic.find(task.key(), now, Duration.ofNanos(1))).isEmpty();
        assertThat(topic.find(task.key(), now, AMPLE)).isPresent();
    }

    @Test
    void findsTheOutcomeOfThisDispatchAlone() throws Exception {
        Task task = task("r-1");
        OutcomeTopic outcomes = new OutcomeTopic(recall, AMPLE);
        tell(outcome(task, 2));
        tell(outcome(task("r-2"), 1));

        boolean before = outcomes.has(task);
        tell(outcome(task, 1));

        assertThat(before).isFalse();
        assertThat(outcomes.has(task)).isTrue();
    }

    private void tell(Outcome outcome) throws Exception {
        var _ = producer.send(new ProducerRecord<>(
                        Topics.OUTCOMES,
                        outcome.asked().id().value().getBytes(StandardCharsets.UTF_8),
                        Json.write(outcome)))
                .get();
    }

    private static Outcome outcome(Task task, int attempt) {
        Asked asked = new Asked(task.tenant(), task.id(), attempt, "m", task.arrivedAt(), false, null);
        Fault fault = Fault.of(FaultCode.ENGINE_FAILED, "broke");
        return new Outcome.Failed(Outcome.VERSION, asked, fault, Usage.NONE, Timings.NONE, Map.of());
    }

    private void write(RequestKey key, Instant at, @Nullable Progress progress) {
        byte[] value = progress == null ? null : Json.write(progress);
        var _ = producer.send(new ProducerRecord<>(
                Topics.PROGRESS, null, at.toEpochMilli(), key.digest().getBytes(StandardCharsets.UTF_8), value));
    }

    private Task task(String id) {
        return Tasks.task(id, now, Duration.ofMinutes(1), true, CachePolicy.USE);
    }
}
