package dev.ponder.it.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.FrontDoor;
import dev.ponder.local.connect.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What the principals of a secured Kafka try. */
final class Users {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    private final SecuredKafka kafka;

    Users(SecuredKafka kafka) {
        this.kafka = kafka;
    }

    RecordMetadata send(String user, String topic, String body) throws Exception {
        try (Producer<byte[], byte[]> producer = kafka.as(user).writer()) {
            return producer.send(new ProducerRecord<>(topic, body.getBytes(UTF_8)))
                    .get();
        }
    }

    /** The result of a request, read as the tenant itself, whose user bears its name. */
    JsonNode awaitResult(TenantId tenant, String id) {
        return await().atMost(PATIENCE)
                .until(() -> result(tenant, id), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> result(TenantId tenant, String id) throws Exception {
        for (String value : values(tenant.value(), Topics.results(tenant))) {
            JsonNode body = Json.mapper().readTree(value);
            if (body.path("id").asText().equals(id)) {
                return Optional.of(body);
            }
        }
        return Optional.empty();
    }

    List<String> values(String user, String topic) throws Exception {
        return read(user, topic).stream().map(record -> text(record.value())).toList();
    }

    private static String text(byte @Nullable [] value) {
        return value == null ? "" : new String(value, UTF_8);
    }

    List<ConsumerRecord<byte[], byte[]>> read(String user, String topic) throws Exception {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (Consumer<byte[], byte[]> reader = kafka.as(user).reader()) {
            List<TopicPartition> partitions = reader.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            Stretch stretch = Stretch.of(reader, partitions, Optional.empty());
            do {
                // Reads once at least: an empty topic that may be described but not read would look like a readable
                // one.
                found.addAll(stretch.next());
            } while (stretch.hasMore());
        }
        return found;
    }

    /** Runs a command of the front door as a user; says its exit code. */
    int command(String user, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--client-config", kafka.clientConfig(user).toString()));
        return FrontDoor.execute(all.toArray(String[]::new));
    }
}
