package dev.ponder.local.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.telemetry.Spans;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.connect.Cluster;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;

/**
 * Produces questions to a tenant's topic, as any Kafka client may: CloudEvents 1.0 in binary mode, no key, since nothing needs
 * an order. Safe for many threads.
 */
public final class QuestionSender implements AutoCloseable {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

    private final Producer<byte[], byte[]> producer;
    private final String topic;

    /** Connects to a Kafka that lets anybody in. */
    public QuestionSender(String bootstrap, TenantId tenant) {
        this(Cluster.at(bootstrap), tenant);
    }

    /** Connects. */
    public QuestionSender(Cluster cluster, TenantId tenant) {
        this.topic = Topics.requests(tenant);
        this.producer = cluster.writer();
    }

    /** Sends a question; the future completes when Kafka has it, and fails when Kafka refused it. */
    public CompletableFuture<Void> send(Question question, TraceContext trace) {
        ProducerRecord<byte[], byte[]> sent =
                new ProducerRecord<>(topic, question.body().getBytes(UTF_8));
        Headers headers = sent.headers();
        add(headers, "ce_id", question.id().value());
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_type", "dev.ponder.request.v1");
        add(headers, "ce_source", "/ponder/local");
        add(headers, "content-type", "application/json");
        add(headers, Spans.TRACEPARENT, trace.traceparent());
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        Future<RecordMetadata> _ = producer.send(sent, (at, refused) -> {
            if (refused == null) {
                acknowledged.complete(null);
            } else {
                acknowledged.completeExceptionally(refused);
            }
        });
        return acknowledged;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    @Override
    public void close() {
        producer.close(CLOSE_LIMIT);
    }
}
