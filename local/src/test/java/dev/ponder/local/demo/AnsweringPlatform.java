package dev.ponder.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Answers every request with one chunk and one result on a real broker; some twice. Owns one thread. */
final class AnsweringPlatform implements AutoCloseable {

    private final TenantId tenant;
    private final Set<String> twice;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Thread thread = Thread.ofPlatform().name("platform").unstarted(this::run);

    AnsweringPlatform(String bootstrap, TenantId tenant, Set<String> twice) {
        this.tenant = tenant;
        this.twice = twice;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "group.id",
                        "platform-" + tenant,
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new ByteArraySerializer(), new ByteArraySerializer());
        consumer.subscribe(List.of(Topics.requests(tenant)));
        thread.start();
    }

    private void run() {
        try (consumer;
                producer) {
            while (true) {
                for (ConsumerRecord<byte[], byte[]> request : consumer.poll(Duration.ofMillis(100))) {
                    answer(new String(request.headers().lastHeader("ce_id").value(), UTF_8));
                }
            }
        } catch (WakeupException closing) {
            // close() asked for it.
        }
    }

    private void answer(String id) {
        send(
                Topics.chunks(tenant),
                new Chunk(
                        Chunk.VERSION,
                        tenant,
                        new RequestId(id),
                        1,
                        1,
                        0,
                        0,
                        Chunk.Kind.REASONING,
                        "thought of " + id,
                        3,
                        Map.of()));
        for (int i = 0; i < (twice.contains(id) ? 2 : 1); i++) {
            send(Topics.results(tenant), Results.thought(id, 3).body());
        }
    }

    private void send(String topic, Object value) {
        var _ = producer.send(new ProducerRecord<>(topic, Json.write(value)));
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
