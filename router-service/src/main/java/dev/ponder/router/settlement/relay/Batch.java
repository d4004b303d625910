package dev.ponder.router.settlement.relay;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What one poll brought, decided.
 *
 * @param decided in the order of each partition
 * @param progress where reading goes on once the batch is durable
 */
record Batch(List<Decided> decided, Map<TopicPartition, OffsetAndMetadata> progress) {

    Batch {
        decided = List.copyOf(decided);
        progress = Map.copyOf(progress);
    }

    void endSpans() {
        decided.forEach(one -> one.span().end());
    }
}
