package dev.ponder.reasoner.orders;

import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.request.Order;
import dev.ponder.contracts.request.OrderDecoder;
import dev.ponder.contracts.topic.Topics;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears control topics, in batches, every partition, from the oldest order that Kafka still has: any reasoner may have the work, or
 * get it. Guarantee: each order is heard at least once while this lives, and hearing it again changes nothing. Commit point: none, the
 * next start hears all anew. Failure policy: what is no order is passed over, since the router puts it aside. The channel's thread.
 */
@Singleton
public final class OrderListener {

    private final Cancellations cancellations;

    OrderListener(Cancellations cancellations) {
        this.cancellations = cancellations;
    }

    /** Takes one batch as it was polled. */
    @Incoming("orders")
    void hear(ConsumerRecords<byte[], byte[]> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Optional<TenantId> tenant = Topics.tenantOfControl(record.topic());
            tenant.ifPresent(known -> obey(OrderDecoder.decode(known, record.value())));
        }
    }

    private void obey(Order order) {
        switch (order) {
            case Order.Cancel(RequestKey key) -> cancellations.cancel(key);
            case Order.Faulty _ -> {}
        }
    }
}
