package dev.ponder.local.ask;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.connect.Cluster;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.terminal.Screen;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Takes a request back by an order on its tenant's control topic, as any Kafka client may. Any thread. */
final class Withdrawal {

    private static final int LIMIT_MILLIS = 5_000;
    private static final int TRY_MILLIS = 2_000;

    private final Cluster cluster;
    private final RequestKey key;

    Withdrawal(Cluster cluster, RequestKey key) {
        this.cluster = cluster;
        this.key = key;
    }

    /** Orders it when this process is told to end, since nobody would read the answer, unless the guard is closed by then. */
    Guard atExit() {
        Thread order = Thread.ofPlatform().name("withdrawal").unstarted(this::orderAtLast);
        Runtime.getRuntime().addShutdownHook(order);
        return new Guard(order);
    }

    /** While it is open, an end of this process takes the request back. */
    record Guard(Thread order) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Runtime.getRuntime().removeShutdownHook(order);
            } catch (IllegalStateException ending) {
                // The process ends already, and the order is on its way.
            }
        }
    }

    private void orderAtLast() {
        try {
            order();
        } catch (LaunchException refused) {
            Screen.errors().line("ponder: " + refused.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns once Kafka has the order. */
    void order() throws LaunchException, InterruptedException {
        String id = key.id().value();
        byte[] value = Json.write(Map.of("cancel", id));
        try (Producer<byte[], byte[]> producer = producer()) {
            RecordMetadata _ = producer.send(
                            new ProducerRecord<>(Topics.control(key.tenant()), id.getBytes(UTF_8), value))
                    .get();
        } catch (ExecutionException | KafkaException refused) {
            throw new LaunchException("Kafka did not take the order: " + refused.getMessage());
        }
    }

    /** One that gives up soon: a process that ends can't wait for a broker that is gone. */
    private Producer<byte[], byte[]> producer() {
        Map<String, Object> keys = new HashMap<>(cluster.client());
        keys.put(ProducerConfig.ACKS_CONFIG, "all");
        keys.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LIMIT_MILLIS);
        keys.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TRY_MILLIS);
        keys.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, LIMIT_MILLIS);
        return new KafkaProducer<>(keys, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
