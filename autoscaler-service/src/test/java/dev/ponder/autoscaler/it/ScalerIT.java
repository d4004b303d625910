package dev.ponder.autoscaler.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ponder.local.broker.LocalBroker;
import dev.ponder.local.broker.RunningBroker;
import dev.ponder.scaler.wire.MetricSpec;
import dev.ponder.scaler.wire.MetricValue;
import dev.ponder.testkafka.TestKafka;
import io.grpc.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The external scaler as KEDA meets it: real broker, real gRPC. */
class ScalerIT {

    private static final int WAKES = 20;

    private final String topic = "work-" + UUID.randomUUID();
    private final String group = "group-" + UUID.randomUUID();

    private WorkTopics topics;
    private Scaler scaler;
    private Keda keda;

    @BeforeEach
    void start() throws Exception {
        topics = new WorkTopics(TestKafka.shared());
        topics.lay(List.of(topic));
        topics.layGroup(group);
        scaler = Scaler.start(topics.admin(), List.of(topic), group);
        keda = new Keda(scaler.port(), "main");
    }

    @AfterEach
    void stop() throws Exception {
        keda.close();
        scaler.close();
        topics.close();
    }

    @Test
    void tellsTheReplicasThatAreWantedWithATargetOfOne() {
        scaler.decide(5);

        assertThat(keda.specs())
                .containsExactly(MetricSpec.newBuilder()
                        .setMetricName("replicas")
                        .setTargetSizeFloat(1)
                        .build());
        assertThat(keda.metrics())
                .containsExactly(MetricValue.newBuilder()
                        .setMetricName("replicas")
                        .setMetricValueFloat(5)
                        .build());
        assertThat(keda.isActive()).isTrue();
    }

    @Test
    void isAnErrorAndNoZeroBeforeAnythingIsKnown() {
        assertThatThrownBy(() -> keda.metrics())
                .satisfies(refused ->
                        assertThat(Status.fromThrowable(refused).getCode()).isEqualTo(Status.Code.UNAVAILABLE))
                .hasMessageContaining("nothing was decided yet about pool main");
    }

    @Test
    void namesTheKeyAndTheKnownPoolsWhereThePoolIsUnknown() {
        try (Keda wrong = new Keda(scaler.port(), "mian")) {
            assertThatThrownBy(wrong::specs)
                    .satisfies(refused ->
                            assertThat(Status.fromThrowable(refused).getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT))
                    .hasMessageContaining("pool")
                    .hasMessageContaining("mian")
                    .hasMessageContaining("[main]");
        }
    }

    @Test
    void wakesForAGroupThatNeverBegan() throws Exception {
        scaler.decide(0);
        await().untilAsserted(() -> assertThat(keda.isActive()).isFalse());

        topics.write(topic, 1);

        await().untilAsserted(() -> assertThat(keda.isActive()).isTrue());
        assertThat(keda.metrics().getFirst().getMetricValueFloat()).isEqualTo(1);
    }

    @Test
    void pushesWithinASecondOfARecordAtRest() throws Exception {
        scaler.decide(0);
        Keda.Pushes pushes = keda.pushes();
        assertThat(pushes.next()).isFalse();
        List<Duration> took = new ArrayList<>();
        try (KafkaShareConsumer<byte[], byte[]> member = topics.member(group, topic)) {
            for (int i = 0; i < WAKES; i++) {
                long sent = System.nanoTime();
                topics.write(topic, 1);
                assertThat(pushes.next()).isTrue();
                took.add(Duration.ofNanos(System.nanoTime() - sent));
                WorkTopics.finish(member, 1);
                scaler.decide(0);
                assertThat(pushes.next()).isFalse();
            }
        }
        took.sort(Comparator.naturalOrder());
        assertThat(took.get(WAKES * 9 / 10 - 1)).as("nine of ten: %s", took).isLessThan(Duration.ofSeconds(1));
        assertThat(took.getLast()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void keepsItsStreamOverARestartOfTheBroker(@TempDir Path dir) throws Exception {
        RunningBroker broker = TestKafka.embedded(dir, Map.of(), "it is stopped and started again on its log");
        try (WorkTopics own = new WorkTopics(broker.bootstrap())) {
            own.lay(List.of(topic));
            own.layGroup(group);
            try (Scaler restless = Scaler.start(own.admin(), List.of(topic), group);
                    Keda asking = new Keda(restless.port(), "main")) {
                restless.decide(0);
                Keda.Pushes pushes = asking.pushes();
                assertThat(pushes.next()).isFalse();

                broker.stop();
                await().untilAsserted(() -> assertThatThrownBy(asking::isActive).hasMessageContaining("UNAVAILABLE"));
                broker = LocalBroker.start(dir);
                own.write(topic, 1);

                assertThat(pushes.next()).isTrue();
                assertThat(pushes.failure()).isNull();
            }
        } finally {
            broker.stop();
        }
    }
}
