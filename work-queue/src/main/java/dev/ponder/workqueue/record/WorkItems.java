package dev.ponder.workqueue.record;

import dev.ponder.workqueue.Payload;
import dev.ponder.workqueue.WorkHeader;
import dev.ponder.workqueue.WorkItem;
import dev.ponder.workqueue.WorkRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads Kafka's records. */
public final class WorkItems {

    private WorkItems() {}

    /** The item of a record; the bytes are shared, not copied. A broker that counts no deliveries counts as the first. */
    public static WorkItem of(ConsumerRecord<byte[], byte[]> record) {
        List<WorkHeader> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            headers.add(new WorkHeader(header.key(), Payload.of(header.value())));
        }
        return new WorkItem(
                new WorkRef(record.topic(), record.partition(), record.offset()),
                Payload.of(record.key()),
                Payload.of(record.value()),
                headers,
                Instant.ofEpochMilli(record.timestamp()),
                record.deliveryCount().orElse((short) 1));
    }
}
