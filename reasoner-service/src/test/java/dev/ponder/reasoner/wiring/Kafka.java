package dev.ponder.reasoner.wiring;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.outcome.Notice;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.contracts.work.Task;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes work and reads what came of it. */
final class Kafka {

    static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String WORK = Topics.work(new PoolId("main"), SloClass.INTERACTIVE);

    private final String bootstrap;

    Kafka(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    void work(Task task) throws Exception {
        work(task.id().value(), Json.write(task));
    }

    void work(String key, byte[] value) throws Exception {
        send(new ProducerRecord<>(WORK, key, value));
    }

    /** Orders all of them in the order given. */
    void order(String... values) throws Exception {
        for (String value : values) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            send(new ProducerRecord<>(Topics.control(TenantId.DEFAULT), 0, null, bytes));
        }
    }

    private void send(ProducerRecord<String, byte[]> record) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new ByteArraySerializer())) {
            String parent = "00-" + TRACE + "-00f067aa0ba902b7-01";
            record.headers().add(new RecordHeader("traceparent", parent.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        }
    }

    /** All that settlement was told of a request, in order. */
    <T extends Notice> List<T> told(String id, Class<T> kind) throws UnreadableException {
        List<T> told = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : read(Topics.OUTCOMES, id)) {
            Notice notice = Json.read(record.value(), Notice.class);
            if (kind.isInstance(notice)) {
                told.add(kind.cast(notice));
            }
        }
        return told;
    }

    /** All records of the topic's only partition that have this key, in order. */
    List<ConsumerRecord<String, byte[]>> read(String topic, String key) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        TopicPartition only = new TopicPartition(topic, 0);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            long end = consumer.endOffsets(List.of(only)).getOrDefault(only, 0L);
            while (consumer.position(only) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (record.key().equals(key)) {
                        found.add(record);
                    }
                });
            }
        }
        return found;
    }
}
