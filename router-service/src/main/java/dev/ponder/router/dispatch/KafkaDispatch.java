package dev.ponder.router.dispatch;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.outcome.Cancelled;
import dev.ponder.contracts.outcome.Dispatched;
import dev.ponder.contracts.outcome.Notice;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.plan.Plan;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.contracts.work.Task;
import dev.ponder.contracts.work.WorkPlace;
import dev.ponder.router.sharing.Share;
import dev.ponder.tracing.RecordTrace;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.OutgoingMessageMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jspecify.annotations.Nullable;

/** Writes to Kafka over the reactive channels {@code work}, {@code outcomes} and {@code dead-letters}. Any thread. */
@Singleton
public final class KafkaDispatch implements Dispatch {

    private static final byte[] NOTHING = {};

    private final MutinyEmitter<byte[]> work;
    private final MutinyEmitter<byte[]> outcomes;
    private final MutinyEmitter<byte[]> deadLetters;
    private final RecordTrace trace;
    private final RecordLimit limit;
    private final int maxDeadLetterBytes;

    /** Takes the channels. */
    KafkaDispatch(
            @Channel("work") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> work,
            @Channel("outcomes") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> outcomes,
            @Channel("dead-letters") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> deadLetters,
            RecordTrace trace,
            DispatchConfig config) {
        this.work = work;
        this.outcomes = outcomes;
        this.deadLetters = deadLetters;
        this.trace = trace;
        this.limit = new RecordLimit(config.maxRecordBytes());
        this.maxDeadLetterBytes = config.maxDeadLetterBytes();
    }

    /** First the work, which somebody may begin at once, then the notice of where it lies; a crash in between repeats both. */
    @Override
    public Uni<Void> work(Task task, Share share, Span span) {
        String id = task.id().value();
        Plan plan = task.plan();
        String topic =
                switch (share) {
                    case WITHIN -> Topics.work(plan.pool(), plan.slo());
                    case BEYOND -> Topics.surplus(plan.pool());
                };
        OutgoingMessageMetadata<RecordMetadata> written = new OutgoingMessageMetadata<>();
        return limit.fit(task)
                .map(json -> record(topic, key(id), json, headers(span, "dev.ponder.task.v1", id)))
                .map(message -> work.sendMessage(message.addMetadata(written))
                        .chain(() -> announce(task, written.getResult(), span)))
                .orElseGet(() -> conclude(RecordLimit.tooLarge(task), span));
    }

    private Uni<Void> announce(Task task, RecordMetadata written, Span span) {
        WorkPlace place = new WorkPlace(written.topic(), written.partition(), written.offset());
        return tell(
                new Dispatched(
                        Notice.VERSION,
                        task.asked(),
                        task.deadline(),
                        place,
                        task.plan().promisedTokens(),
                        Map.of()),
                "dev.ponder.dispatched.v1",
                span);
    }

    @Override
    public Uni<Void> cancel(Cancelled notice, Span span) {
        return tell(notice, "dev.ponder.cancelled.v1", span);
    }

    private Uni<Void> tell(Notice notice, String type, Span span) {
        String id = notice.key().id().value();
        return outcomes.sendMessage(record(Topics.OUTCOMES, key(id), Json.write(notice), headers(span, type, id)));
    }

    @Override
    public Uni<Void> conclude(Outcome outcome, Span span) {
        String id = outcome.asked().id().value();
        Headers headers = headers(span, "dev.ponder.outcome.v1", id);
        return outcomes.sendMessage(record(Topics.OUTCOMES, key(id), limit.fit(outcome), headers));
    }

    @Override
    public Uni<Void> putAside(DeadLetter letter, TenantId owner, ConsumerRecord<byte[], byte[]> record) {
        Headers headers = OwnHeaders.of(record.headers());
        letter.headers().forEach((name, text) -> add(headers, name, text));
        String topic = Topics.deadLetters(owner);
        long bytes = (long) size(record.key()) + size(record.value());
        if (bytes > maxDeadLetterBytes) {
            add(headers, DeadLetter.OMITTED_BYTES, Long.toString(bytes));
            return deadLetters.sendMessage(record(topic, null, NOTHING, headers));
        }
        return deadLetters.sendMessage(
                record(topic, record.key(), record.value() == null ? NOTHING : record.value(), headers));
    }

    private static int size(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    private static byte[] key(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }

    private Headers headers(Span span, String type, String id) {
        Headers headers = trace.headersOf(span);
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_type", type);
        add(headers, "ce_source", "/ponder/router");
        add(headers, "ce_id", id);
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Message<byte[]> record(String topic, byte @Nullable [] key, byte[] value, Headers headers) {
        OutgoingKafkaRecordMetadata.OutgoingKafkaRecordMetadataBuilder<byte[]> metadata =
                OutgoingKafkaRecordMetadata.<byte[]>builder().withTopic(topic).withHeaders(headers);
        if (key != null) {
            metadata.withKey(key);
        }
        return Message.of(value, Metadata.of(metadata.build()));
    }
}
