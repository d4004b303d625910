package dev.ponder.bench.dashboards;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes what users write, right and wrong. Any thread. */
final class Pen implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;

    Pen(String bootstrap) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** A question; who repeats its words is answered by the cache. */
    ObjectNode question(String id, String words, SloClass slo, int mostTokens) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("id", id).put("input_text", words).put("max_completion_tokens", mostTokens);
        body.put("temperature", 0.7);
        body.putObject("ponder").put("slo_class", slo.wire());
        return body;
    }

    /** A deadline for a question. */
    static ObjectNode until(ObjectNode question, Duration left) {
        question.withObject("/ponder").put("deadline", Instant.now().plus(left).toString());
        return question;
    }

    void ask(TenantId tenant, ObjectNode question) {
        send(Topics.requests(tenant), Json.write(question));
    }

    void askRaw(TenantId tenant, String value) {
        send(Topics.requests(tenant), value.getBytes(UTF_8));
    }

    void cancel(TenantId tenant, String id) {
        send(Topics.control(tenant), Json.write(Json.mapper().createObjectNode().put("cancel", id)));
    }

    void orderRaw(TenantId tenant, String value) {
        send(Topics.control(tenant), value.getBytes(UTF_8));
    }

    private void send(String topic, byte[] value) {
        Future<RecordMetadata> _ = producer.send(new ProducerRecord<>(topic, value));
    }

    @Override
    public void close() {
        producer.close();
    }
}
