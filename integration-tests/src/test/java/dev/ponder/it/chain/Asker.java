package dev.ponder.it.chain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.result.Result;
import dev.ponder.contracts.telemetry.Spans;
import dev.ponder.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A user with a Kafka client: asks, and reads what is committed. Owns one thread. */
public final class Asker implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Result> results = new ConcurrentHashMap<>();
    private final Map<String, String> traces = new ConcurrentHashMap<>();
    private final Queue<String> doubled = new ConcurrentLinkedQueue<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;

    /** Follows the results from the first one on. */
    public Asker(String bootstrap) {
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
        Thread.ofPlatform().name("results").start(this::follow);
    }

    /** Sends a request. */
    public void ask(String body) {
        ask(body, new RecordHeaders());
    }

    /** Sends a request with headers. */
    public void ask(String body, Headers headers) {
        byte[] value = body.getBytes(StandardCharsets.UTF_8);
        String topic = Topics.requests(TenantId.DEFAULT);
        Future<RecordMetadata> _ = producer.send(new ProducerRecord<>(topic, null, null, null, value, headers));
    }

    /** An id that nobody had. */
    public String newId() {
        return "asked-" + ids.incrementAndGet();
    }

    /** Waits for a result. */
    public Result resultOf(String id, Duration patience) {
        await().atMost(patience).untilAsserted(() -> assertThat(results).containsKey(id));
        return requireNonNull(results.get(id), id);
    }

    /** The {@code traceparent} of a result that has come. */
    public String traceOf(String id) {
        return requireNonNull(traces.get(id), id);
    }

    /** The ids of results that came more than once. */
    public Queue<String> doubled() {
        return doubled;
    }

    private void follow() {
        try (consumer) {
            while (true) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    note(record);
                }
            }
        } catch (WakeupException | UnreadableException ended) {
            System.getLogger(Asker.class.getName()).log(System.Logger.Level.DEBUG, "follows no more", ended);
        }
    }

    private void note(ConsumerRecord<String, byte[]> record) throws UnreadableException {
        Header trace = record.headers().lastHeader(Spans.TRACEPARENT);
        traces.put(record.key(), trace == null ? "" : new String(trace.value(), StandardCharsets.UTF_8));
        if (results.putIfAbsent(record.key(), Result.read(record.value())) != null) {
            doubled.add(record.key());
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.wakeup();
    }
}
