package dev.ponder.router.ingress;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.tracing.RecordTrace;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Hears requests. Guarantee: at least once; a record is acknowledged when everything that it led to is on all replicas, so a
 * crash repeats it and settlement lets one result through. Order: none is kept. Commit point: the oldest record that is still on
 * its way (throttled commits). Failure policy: what can't be read becomes a dead letter; only a broker that can't be written to
 * stops the channel, and with it the service's readiness.
 */
@ApplicationScoped
public class RequestListener {

    /** The pool whose size bounds how many requests wait for the cache at once. */
    static final String WORKERS = "routing";

    private final Routing routing;
    private final RecordTrace trace;

    RequestListener(Routing routing, RecordTrace trace) {
        this.routing = routing;
        this.trace = trace;
    }

    /** Takes one record; many are on their way at once. */
    @Incoming("requests")
    @Blocking(value = WORKERS, ordered = false)
    CompletionStage<Void> hear(Message<byte[]> message) {
        IncomingKafkaRecordMetadata<?, ?> metadata =
                message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        ConsumerRecord<byte[], byte[]> record = recordOf(metadata);
        String place = RequestId.ofRecord(record.topic(), record.partition(), record.offset())
                .value();
        Span span = trace.startProcess(record.topic(), place, record.headers());
        return Uni.createFrom()
                .deferred(() -> routing.route(record, span))
                .onTermination()
                .invoke(span::end)
                .subscribeAsCompletionStage()
                .thenCompose(_ -> message.ack())
                .exceptionallyCompose(message::nack);
    }

    @SuppressWarnings("unchecked") // the channel's deserialisers are both those of byte arrays
    private static ConsumerRecord<byte[], byte[]> recordOf(IncomingKafkaRecordMetadata<?, ?> metadata) {
        return (ConsumerRecord<byte[], byte[]>) metadata.getRecord();
    }
}
