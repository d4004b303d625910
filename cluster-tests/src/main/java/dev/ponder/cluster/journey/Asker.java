package dev.ponder.cluster.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.result.Result;
import dev.ponder.contracts.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A user with a Kafka client: asks, and reads what is committed. One thread at a time. */
final class Asker implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Integer> times = new HashMap<>();
    private final Map<String, Result> results = new HashMap<>();
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;

    Asker(String bootstrap) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.results(TenantId.DEFAULT)).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Asks, and returns when the broker has it. */
    void ask(String id, String question) throws InterruptedException {
        String body =
                "{\"id\":\"%s\",\"input_text\":\"%s\",\"ponder\":{\"cache\":\"bypass\",\"slo_class\":\"standard\"}}"
                        .formatted(id, question);
        try {
            producer.send(new ProducerRecord<>(Topics.requests(TenantId.DEFAULT), body.getBytes(UTF_8)))
                    .get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException("the broker took no request", refused);
        }
    }

    /** The results so far, by id: reads what is there for a moment. */
    Map<String, Result> results() throws UnreadableException {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            times.merge(record.key(), 1, Integer::sum);
            results.put(record.key(), Result.read(record.value()));
        }
        return Map.copyOf(results);
    }

    /** Ids whose results came more than once so far. */
    List<String> doubled() {
        return times.entrySet().stream()
                .filter(one -> one.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
