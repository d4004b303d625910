package dev.ponder.workqueue;

import dev.ponder.contracts.topic.TopicSpec;
import dev.ponder.local.broker.TopicProvisioner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A fresh work topic and its group on a broker, and a pen to write with. */
public final class WorkTopic implements AutoCloseable {

    /** Lapses soon, for tests of that: a process that stands still for as long sees its records a second time. */
    public static final Duration SHORT_LOCK = Duration.ofSeconds(3);

    /** Outlives a test. */
    public static final Duration LONG_LOCK = Duration.ofSeconds(60);

    private final String bootstrap;
    private final String name = "work-" + UUID.randomUUID();
    private final KafkaProducer<byte[], byte[]> producer;

    private WorkTopic(String bootstrap, int partitions, Duration lock) throws InterruptedException {
        this.bootstrap = bootstrap;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            TopicProvisioner provisioner = new TopicProvisioner(admin);
            provisioner.ensureTopics(
                    List.of(new TopicSpec(name, partitions, Map.of("retention.ms", "-1", "retention.bytes", "-1"))));
            provisioner.ensureShareGroup(name, lock);
        }
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    public static WorkTopic create(String bootstrap) throws InterruptedException {
        return new WorkTopic(bootstrap, 1, LONG_LOCK);
    }

    public static WorkTopic create(String bootstrap, Duration lock) throws InterruptedException {
        return new WorkTopic(bootstrap, 1, lock);
    }

    /** One with several partitions, as a consumer group wants it. */
    public static WorkTopic wide(String bootstrap, int partitions) throws InterruptedException {
        return new WorkTopic(bootstrap, partitions, LONG_LOCK);
    }

    public String name() {
        return name;
    }

    public WorkQueueSettings settings(int slots) {
        return settings(slots, List.of(this));
    }

    /** Settings with a lane for each topic; all are on the first one's broker. */
    public static WorkQueueSettings settings(int slots, List<WorkTopic> topics) {
        List<WorkLane> lanes = topics.stream()
                .map(topic -> new WorkLane(topic.name, topic.name, 1))
                .toList();
        return WorkQueueSettings.of(topics.getFirst().bootstrap, lanes, slots).withRetryPause(Duration.ofMillis(50));
    }

    /** Settings with a lane for this topic, and one for what it leaves over. */
    public WorkQueueSettings settings(int slots, WorkTopic surplus) {
        List<WorkLane> lanes = List.of(new WorkLane(name, name, 1), WorkLane.ofSurplus(surplus.name, surplus.name));
        return WorkQueueSettings.of(bootstrap, lanes, slots).withRetryPause(Duration.ofMillis(50));
    }

    /** Each under itself as key, by which a wide topic spreads it. */
    public void write(String... values) {
        for (String value : values) {
            Future<RecordMetadata> _ = producer.send(new ProducerRecord<>(name, bytes(value), bytes(value)));
        }
        producer.flush();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes the prefix followed by 0, 1 and so on; returns them. */
    public List<String> writeMany(String prefix, int count) {
        List<String> values =
                IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
        write(values.toArray(String[]::new));
        return values;
    }

    @Override
    public void close() {
        producer.close();
    }
}
