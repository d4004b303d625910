package dev.ponder.router.orders;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.tracing.RecordTrace;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Hears control topics, for settlement; reasoners hear them for themselves. Guarantee: at least once; a record is acknowledged when
 * its notice or its dead letter is on all replicas, and a notice that comes twice is a duplicate to settlement. Order: that of each
 * partition, one record at a time. Commit point: the last record before the oldest on its way (throttled commits). Failure policy:
 * what can't be read becomes a dead letter; only a broker that can't be written to stops the channel, and with it liveness.
 */
@ApplicationScoped
public class OrderListener {

    private final OrderDesk desk;
    private final RecordTrace trace;

    OrderListener(OrderDesk desk, RecordTrace trace) {
        this.desk = desk;
        this.trace = trace;
    }

    /** Takes one record. */
    @Incoming("orders")
    CompletionStage<Void> hear(Message<byte[]> message) {
        IncomingKafkaRecordMetadata<?, ?> metadata =
                message.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow();
        ConsumerRecord<byte[], byte[]> record = recordOf(metadata);
        String place = RequestId.ofRecord(record.topic(), record.partition(), record.offset())
                .value();
        Span span = trace.startProcess(record.topic(), place, record.headers());
        return Uni.createFrom()
                .deferred(() -> desk.take(record, span))
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
