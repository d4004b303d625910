package dev.ponder.simulation.broker;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far consumer groups have got, as they committed it. */
public final class Progress {

    private final Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = new HashMap<>();
    private final BrokerWatch watch;

    Progress(BrokerWatch watch) {
        this.watch = watch;
    }

    /** What a group has committed. */
    public Map<TopicPartition, OffsetAndMetadata> of(String group) {
        return Map.copyOf(committed.getOrDefault(group, Map.of()));
    }

    /** Where a group goes on in a partition. */
    public long of(String group, TopicPartition partition) {
        OffsetAndMetadata at = committed.getOrDefault(group, Map.of()).get(partition);
        return at == null ? 0 : at.offset();
    }

    /** Notes how far a group has got. */
    public void commit(String group, Map<TopicPartition, OffsetAndMetadata> offsets) {
        Map<String, TopicPartition> sorted = new TreeMap<>();
        offsets.keySet().forEach(partition -> sorted.put(partition.toString(), partition));
        for (TopicPartition partition : sorted.values()) {
            OffsetAndMetadata at = offsets.get(partition);
            if (at != null) {
                committed.computeIfAbsent(group, _ -> new HashMap<>()).put(partition, at);
                watch.progressed(group, partition.topic(), partition.partition(), at.offset());
            }
        }
    }
}
