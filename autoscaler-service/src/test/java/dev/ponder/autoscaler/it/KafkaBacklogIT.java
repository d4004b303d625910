package dev.ponder.autoscaler.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.autoscaler.kafka.KafkaBacklog;
import dev.ponder.autoscaler.pool.PoolConfig.QueueKind;
import dev.ponder.autoscaler.source.TopicBacklog;
import dev.ponder.local.broker.LocalBroker;
import dev.ponder.local.broker.RunningBroker;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.testkafka.TestKafka;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBacklogIT {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String topic = "work-" + UUID.randomUUID();
    private final String group = "group-" + UUID.randomUUID();

    private WorkTopics topics;

    @BeforeEach
    void layTopic() throws Exception {
        topics = new WorkTopics(TestKafka.shared());
        topics.lay(List.of(topic));
        topics.layGroup(group);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void countsAllRecordsForAGroupThatNeverBegan() throws Exception {
        topics.write(topic, 7);

        assertThat(backlog().read()).isEqualTo(Map.of(topic, known(7, 7)));
    }

    @Test
    void countsWhatIsStillKeptForAGroupThatNeverBegan() throws Exception {
        topics.write(topic, 7);
        topics.deleteBelow(topic, 5);

        assertThat(backlog().read()).isEqualTo(Map.of(topic, known(7, 2)));
    }

    @Test
    void countsWhatIsInFlightAndNotWhatIsDone() throws Exception {
        topics.write(topic, 10);
        KafkaBacklog backlog = backlog();
        try (KafkaShareConsumer<byte[], byte[]> member = topics.member(group, topic)) {
            WorkTopics.finish(member, 4);
            WorkTopics.take(member);

            await().untilAsserted(() -> assertThat(backlog.read()).isEqualTo(Map.of(topic, known(10, 6))));
        }
    }

    @Test
    void countsNothingOnceAllIsDone() throws Exception {
        topics.write(topic, 3);
        KafkaBacklog backlog = backlog();
        try (KafkaShareConsumer<byte[], byte[]> member = topics.member(group, topic)) {
            WorkTopics.finish(member, 3);

            await().untilAsserted(() -> assertThat(backlog.read()).isEqualTo(Map.of(topic, known(3, 0))));
        }
        topics.write(topic, 2);
        await().untilAsserted(() -> assertThat(backlog.read()).isEqualTo(Map.of(topic, known(5, 2))));
    }

    @Test
    void countsNothingBehindTransactionsThatAreDone() throws Exception {
        topics.writeInTransactions(topic, 3);
        KafkaBacklog backlog = backlog();
        try (KafkaShareConsumer<byte[], byte[]> member = topics.member(group, topic)) {
            WorkTopics.finish(member, 3);

            await().untilAsserted(() -> {
                member.poll(Duration.ofMillis(50));
                assertThat(backlog.read()).isEqualTo(Map.of(topic, known(6, 0)));
            });
        }
    }

    @Test
    void countsForAConsumerGroupToo() throws Exception {
        topics.write(topic, 9);
        KafkaBacklog backlog = new KafkaBacklog(
                topics.admin(), List.of(topic), "consumers-" + group, QueueKind.CONSUMER_GROUP, PATIENCE);
        Map<String, Reading<TopicBacklog>> before = backlog.read();

        topics.commit("consumers-" + group, topic, 4);

        assertThat(before).isEqualTo(Map.of(topic, known(9, 9)));
        assertThat(backlog.read()).isEqualTo(Map.of(topic, known(9, 5)));
    }

    @Test
    void saysWhichTopicIsMissingAndCountsTheOthers() throws Exception {
        topics.write(topic, 1);
        KafkaBacklog backlog = new KafkaBacklog(
                topics.admin(), List.of(topic, "no-such-topic"), group, QueueKind.SHARE_GROUP, PATIENCE);

        Map<String, Reading<TopicBacklog>> told = backlog.read();

        assertThat(told).containsEntry(topic, known(1, 1));
        assertThat(told.get("no-such-topic"))
                .isInstanceOfSatisfying(
                        Reading.Missing.class,
                        missing -> assertThat(missing.why()).contains("topic no-such-topic"));
    }

    @Test
    void isMissingWhileTheBrokerIsAwayAndCountsAgainWhenItIsBack(@TempDir Path dir) throws Exception {
        RunningBroker broker = TestKafka.embedded(dir, Map.of(), "it is stopped and started again on its log");
        try (WorkTopics own = new WorkTopics(broker.bootstrap());
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            own.lay(List.of(topic));
            own.write(topic, 2);
            KafkaBacklog backlog =
                    new KafkaBacklog(admin, List.of(topic), group, QueueKind.SHARE_GROUP, Duration.ofSeconds(1));
            await().untilAsserted(() -> assertThat(backlog.read()).isEqualTo(Map.of(topic, known(2, 2))));

            broker.stop();
            assertThat(backlog.read().get(topic)).isInstanceOf(Reading.Missing.class);

            broker = restarted(dir);
            await().untilAsserted(() -> assertThat(backlog.read()).isEqualTo(Map.of(topic, known(2, 2))));
        } finally {
            broker.stop();
        }
    }

    private static RunningBroker restarted(Path dir) throws IOException {
        return LocalBroker.start(dir);
    }

    private KafkaBacklog backlog() {
        return new KafkaBacklog(topics.admin(), List.of(topic), group, QueueKind.SHARE_GROUP, PATIENCE);
    }

    private static Reading<TopicBacklog> known(long ended, long open) {
        return Reading.of(new TopicBacklog(ended, open));
    }
}
