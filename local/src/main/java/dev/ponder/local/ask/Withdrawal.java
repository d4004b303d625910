package dev.ponder.local.ask;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.terminal.Screen;
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

    private final String bootstrap;
    private final RequestKey key;

    Withdrawal(String bootstrap, RequestKey key) {
        this.bootstrap = bootstrap;
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

    private Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        LIMIT_MILLIS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        TRY_MILLIS,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        LIMIT_MILLIS),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
