package dev.ponder.bench.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.topic.Topics;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Asks as a user would, and remembers what Kafka took. */
public final class RequestSender implements AutoCloseable {

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final KafkaProducer<String, byte[]> producer;

    /** Connects. */
    public RequestSender(String bootstrap) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "acks",
                        "all",
                        "enable.idempotence",
                        "true",
                        "linger.ms",
                        "0",
                        "delivery.timeout.ms",
                        "120000"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Asks a question that no cache may answer and whose answer has so many tokens. */
    public void send(String id, int tokens, boolean stream) {
        send(id, tokens, stream, SloClass.INTERACTIVE);
    }

    /** The same, in a class of its own choice. */
    public void send(String id, int tokens, boolean stream, SloClass slo) {
        send(TenantId.DEFAULT, id, body(id, tokens, slo).put("stream", stream));
    }

    /** Asks in the name of a tenant, and promises so many tokens at most. */
    public void send(TenantId tenant, String id, int tokens, int mostTokens) {
        send(tenant, id, body(id, tokens, SloClass.INTERACTIVE).put("max_completion_tokens", mostTokens));
    }

    /** Asks in these words for a stream, and promises so many tokens at most. */
    public void sendStreamed(String id, String words, int mostTokens) {
        ObjectNode body = body(id, words, SloClass.INTERACTIVE);
        send(TenantId.DEFAULT, id, body.put("max_completion_tokens", mostTokens).put("stream", true));
    }

    private static ObjectNode body(String id, int tokens, SloClass slo) {
        return body(id, "Say tokens=" + tokens, slo);
    }

    private static ObjectNode body(String id, String words, SloClass slo) {
        ObjectNode body = Json.mapper().createObjectNode();
        body.put("id", id);
        body.put("input_text", words);
        body.putObject("ponder").put("cache", "bypass").put("slo_class", slo.wire());
        return body;
    }

    private void send(TenantId tenant, String id, ObjectNode body) {
        String topic = Topics.requests(tenant);
        Future<RecordMetadata> _ =
                producer.send(new ProducerRecord<>(topic, null, Json.write(body)), (_, refused) -> note(id, refused));
    }

    private void note(String id, @Nullable Exception refused) {
        if (refused == null) {
            acknowledged.add(id);
        }
    }

    /** The ids of what Kafka took. */
    public Queue<String> acknowledged() {
        return acknowledged;
    }

    /** Waits until Kafka has answered for everything that was sent. */
    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
