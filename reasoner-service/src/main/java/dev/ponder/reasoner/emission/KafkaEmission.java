package dev.ponder.reasoner.emission;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.outcome.Held;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.progress.Progress;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.tracing.RecordTrace;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * Writes to Kafka over the reactive channels {@code outcomes}, {@code chunks}, {@code progress} and
 * {@code dead-letters}, all of them with {@code acks=all} and idempotent. Any thread.
 */
@Singleton
public final class KafkaEmission implements Emission {

    private final MutinyEmitter<byte[]> outcomes;
    private final MutinyEmitter<byte[]> chunks;
    private final MutinyEmitter<byte[]> progress;
    private final MutinyEmitter<byte[]> deadLetters;
    private final RecordTrace trace;
    private final MeterRegistry meters;

    /** Takes the channels. */
    KafkaEmission(
            @Channel("outcomes") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> outcomes,
            @Channel("chunks") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> chunks,
            @Channel("progress") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> progress,
            @Channel("dead-letters") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> deadLetters,
            RecordTrace trace,
            MeterRegistry meters) {
        this.outcomes = outcomes;
        this.chunks = chunks;
        this.progress = progress;
        this.deadLetters = deadLetters;
        this.trace = trace;
        this.meters = meters;
    }

    @Override
    public void chunk(Chunk chunk, Span span) {
        String topic = Topics.chunks(chunk.tenant());
        Headers headers = headers(span, "dev.ponder.chunk.v1", idOf(chunk));
        chunks.sendMessageAndForget(record(topic, chunk.id().value(), Json.write(chunk), headers));
    }

    private static String idOf(Chunk chunk) {
        return chunk.id().value() + "-" + chunk.attempt() + "." + chunk.delivery() + "." + chunk.chain() + "."
                + chunk.seq();
    }

    @Override
    public void conclude(Outcome outcome, boolean progressLeft, Span span) {
        String id = outcome.asked().id().value();
        Headers headers = headers(span, "dev.ponder.outcome.v1", id);
        if (progressLeft) {
            add(headers, Progress.SIGN, "1");
        }
        outcomes.sendMessageAndAwait(record(Topics.OUTCOMES, id, Json.write(outcome), headers));
    }

    @Override
    public CompletionStage<Void> keep(Progress far) {
        Headers headers =
                headers(Span.getInvalid(), "dev.ponder.progress.v1", far.id().value());
        String key = far.key().digest();
        return progress.sendMessage(record(Topics.PROGRESS, key, Json.write(far), headers))
                .subscribeAsCompletionStage();
    }

    @Override
    public void hold(Held held) {
        outcomes.sendMessageAndAwait(recordOf(held));
    }

    @Override
    public CompletionStage<Void> renew(Held held) {
        return outcomes.sendMessage(recordOf(held)).subscribeAsCompletionStage();
    }

    private Message<byte[]> recordOf(Held held) {
        String id = held.id().value();
        Headers headers = headers(Span.getInvalid(), "dev.ponder.held.v1", id);
        return record(Topics.OUTCOMES, id, Json.write(held), headers);
    }

    @Override
    public void putAside(DeadLetter letter, byte[] value) {
        Headers headers = new RecordHeaders();
        letter.headers().forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
        String owner = TenantId.DEFAULT.value();
        meters.counter(
                        Meters.DEAD_LETTERS,
                        Meters.TAG_TENANT,
                        owner,
                        Meters.TAG_REASON,
                        letter.fault().code().wire())
                .increment();
        String topic = Topics.deadLetters(TenantId.DEFAULT);
        deadLetters.sendMessageAndAwait(record(topic, letter.key().id().value(), value, headers));
    }

    private Headers headers(Span span, String type, String id) {
        Headers headers = trace.headersOf(span);
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_type", type);
        add(headers, "ce_source", "/ponder/reasoner");
        add(headers, "ce_id", id);
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Message<byte[]> record(String topic, String key, byte[] value, Headers headers) {
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(topic)
                .withKey(key)
                .withHeaders(headers)
                .build();
        return Message.of(value, Metadata.of(metadata));
    }
}
