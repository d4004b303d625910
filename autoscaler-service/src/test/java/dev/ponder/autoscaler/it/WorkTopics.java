package dev.ponder.autoscaler.it;

import dev.ponder.contracts.topic.TopicSpec;
import dev.ponder.local.broker.TopicProvisioner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Work topics on a real broker, with a pen, and members that take work as reasoners do. */
final class WorkTopics implements AutoCloseable {

    private final String bootstrap;
    private final Admin admin;
    private final KafkaProducer<byte[], byte[]> plain;

    WorkTopics(String bootstrap) {
        this.bootstrap = bootstrap;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        this.plain = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    Admin admin() {
        return admin;
    }

    void lay(List<String> topics) throws InterruptedException {
        new TopicProvisioner(admin)
                .ensureTopics(topics.stream()
                        .map(topic -> new TopicSpec(topic, 1, Map.of("retention.ms", "-1")))
                        .toList());
    }

    void layGroup(String group) throws InterruptedException {
        new TopicProvisioner(admin).ensureShareGroup(group, Duration.ofSeconds(30));
    }

    /** Writes records that came at a moment, for all that they say. */
    void write(String topic, int count, Instant at) throws Exception {
        for (int i = 0; i < count; i++) {
            ProducerRecord<byte[], byte[]> now = record(topic, i);
            plain.send(new ProducerRecord<>(topic, null, at.toEpochMilli(), now.key(), now.value()))
                    .get();
        }
    }

    void write(String topic, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            plain.send(record(topic, i)).get();
        }
    }

    /** As the router does by default: behind each transaction lies a marker that nobody is ever given. */
    void writeInTransactions(String topic, int count) throws Exception {
        try (KafkaProducer<byte[], byte[]> pen = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "transactional.id", "pen-" + topic),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            pen.initTransactions();
            for (int i = 0; i < count; i++) {
                pen.beginTransaction();
                pen.send(record(topic, i)).get();
                pen.commitTransaction();
            }
        }
    }

    void deleteBelow(String topic, long offset) throws ExecutionException, InterruptedException {
        admin.deleteRecords(Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(offset)))
                .all()
                .get();
    }

    /** A member of a share group that takes one record at a time. */
    KafkaShareConsumer<byte[], byte[]> member(String group, String topic) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "bootstrap.servers",
                bootstrap,
                "group.id",
                group,
                "share.acknowledgement.mode",
                "explicit",
                "share.acquire.mode",
                "record_limit",
                "max.poll.records",
                1));
        KafkaShareConsumer<byte[], byte[]> member =
                new KafkaShareConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        member.subscribe(List.of(topic));
        return member;
    }

    /** Takes so many records and is done with all of them. */
    static void finish(KafkaShareConsumer<byte[], byte[]> member, int count) {
        for (int done = 0; done < count; ) {
            for (ConsumerRecord<byte[], byte[]> one : take(member)) {
                member.acknowledge(one, AcknowledgeType.ACCEPT);
                done++;
            }
            member.commitSync();
        }
    }

    /** Takes one record, which is in flight from then on. */
    static List<ConsumerRecord<byte[], byte[]>> take(KafkaShareConsumer<byte[], byte[]> member) {
        List<ConsumerRecord<byte[], byte[]>> taken = new ArrayList<>();
        while (taken.isEmpty()) {
            member.poll(Duration.ofSeconds(1)).forEach(taken::add);
        }
        return taken;
    }

    /** Commits as a consumer group does that is done with all below an offset. */
    void commit(String group, String topic, long offset) {
        try (KafkaConsumer<byte[], byte[]> member = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "group.id", group),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            member.assign(List.of(new TopicPartition(topic, 0)));
            member.commitSync(Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset)));
        }
    }

    @Override
    public void close() {
        plain.close();
        admin.close();
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, int number) {
        return new ProducerRecord<>(topic, ("work " + number).getBytes(StandardCharsets.UTF_8));
    }
}
