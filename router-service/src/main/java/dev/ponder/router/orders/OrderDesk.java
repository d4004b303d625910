package dev.ponder.router.orders;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.outcome.Cancelled;
import dev.ponder.contracts.outcome.Notice;
import dev.ponder.contracts.request.Order;
import dev.ponder.contracts.request.OrderDecoder;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.router.dispatch.Dispatch;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** An order's way: read it, and tell settlement; what is no order is put aside. Thread-safe. */
public final class OrderDesk {

    private final Set<TenantId> tenants;
    private final Dispatch dispatch;
    private final OrderMeters meters;

    /** Hears the tenants that are set up. */
    public OrderDesk(Set<TenantId> tenants, Dispatch dispatch, OrderMeters meters) {
        this.tenants = Set.copyOf(tenants);
        this.dispatch = dispatch;
        this.meters = meters;
    }

    /** Takes one record; answers when what it led to is written. */
    public Uni<Void> take(ConsumerRecord<byte[], byte[]> record, Span span) {
        Optional<TenantId> tenant = Topics.tenantOfControl(record.topic()).filter(tenants::contains);
        TenantId owner = tenant.orElse(TenantId.DEFAULT);
        Order order = tenant.map(known -> OrderDecoder.decode(known, record.value()))
                .orElseGet(() -> new Order.Faulty(unknownTenant(record.topic())));
        meters.taken(owner, order);
        return switch (order) {
            case Order.Cancel(RequestKey key) ->
                dispatch.cancel(
                        new Cancelled(
                                Notice.VERSION,
                                key.tenant(),
                                key.id(),
                                Instant.ofEpochMilli(record.timestamp()),
                                Map.of()),
                        span);
            case Order.Faulty(Fault fault) -> putAside(fault, owner, record);
        };
    }

    /** Which request was meant nobody knows, so the letter bears the place of the order. */
    private Uni<Void> putAside(Fault fault, TenantId owner, ConsumerRecord<byte[], byte[]> record) {
        RequestId place = RequestId.ofRecord(record.topic(), record.partition(), record.offset());
        DeadLetter letter = new DeadLetter(
                new RequestKey(owner, place), fault, record.topic(), record.partition(), record.offset());
        return dispatch.putAside(letter, owner, record);
    }

    private static Fault unknownTenant(String topic) {
        return Fault.of(
                FaultCode.UNKNOWN_TENANT, "No tenant is set up for the topic " + topic + "; add it to ponder.tenants.");
    }
}
