package dev.ponder.router.settlement.rescue;

import dev.ponder.router.settlement.liveness.Fronts.Lane;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How reasoners read the queue, and so where the broker keeps how far they have come. Stateless. */
public enum QueueAdapter {

    /**
     * They are members of a share group (KIP-932). Its start offset is the first record that is neither acknowledged nor archived, as the
     * broker wrote it down last, which is when a record was acknowledged, and so one acknowledgement old (4.2.1). Its lag (KIP-1226)
     * counts what is not done with as it is now.
     */
    SHARE_GROUP {
        @Override
        Map<Lane, Reached> read(Admin admin, String group) {
            Map<TopicPartition, SharePartitionOffsetInfo> offsets = Asking.await(
                    admin.listShareGroupOffsets(Map.of(group, new ListShareGroupOffsetsSpec()))
                            .partitionsToOffsetInfo(group),
                    Map.of());
            return byLane(
                    offsets, info -> new Reached(info.startOffset(), info.lag().orElse(1L) == 0));
        }
    },

    /** They are members of a consumer group, whose commits leave no gap: all below the committed offset is done with. */
    CONSUMER_GROUP {
        @Override
        Map<Lane, Reached> read(Admin admin, String group) {
            Map<TopicPartition, OffsetAndMetadata> offsets =
                    Asking.await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group), Map.of());
            return byLane(offsets, committed -> new Reached(committed.offset(), false));
        }
    };

    /**
     * How far a group has come in a lane.
     *
     * @param offset below which all is done with
     * @param all whether everything is
     */
    record Reached(long offset, boolean all) {}

    /** How far the group has come in each lane that it has a state of; nothing where there is no group yet. */
    abstract Map<Lane, Reached> read(Admin admin, String group);

    private static <T> Map<Lane, Reached> byLane(Map<TopicPartition, T> offsets, Function<T, Reached> reachedOf) {
        Map<Lane, Reached> byLane = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                byLane.put(new Lane(partition.topic(), partition.partition()), reachedOf.apply(offset));
            }
        });
        return byLane;
    }
}
