package dev.ponder.router.settlement.rescue;

import dev.ponder.contracts.topic.Topics;
import dev.ponder.router.settlement.liveness.Fronts;
import dev.ponder.router.settlement.liveness.Trimming;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Cuts work topics below what is still needed, instead of by time. Cuts what was done with at its last look and by now is known to
 * nobody as under way, provided that settlement has read by now all that it had been told then: a record that was passed has its notice
 * on the way for moments only. The rescue thread alone.
 */
public final class WorkCutter {

    private static final Logger LOGGER = Logger.getLogger(WorkCutter.class);

    private final String settlementGroup;
    private Fronts before = Fronts.UNKNOWN;
    private Map<TopicPartition, Long> toldBefore = Map.of();

    /** Cuts by what the members of this group commit. */
    public WorkCutter(String settlementGroup) {
        this.settlementGroup = settlementGroup;
    }

    void cut(Admin admin, Fronts now) {
        Map<TopicPartition, OffsetAndMetadata> heard = Asking.await(
                admin.listConsumerGroupOffsets(settlementGroup).partitionsToOffsetAndMetadata(settlementGroup));
        if (!toldBefore.isEmpty() && hasHeard(heard, toldBefore)) {
            List<String> oldest =
                    heard.values().stream().map(OffsetAndMetadata::metadata).toList();
            cut(admin, Trimming.cuts(before, oldest).entrySet());
        }
        before = now;
        toldBefore = told(admin);
    }

    private static boolean hasHeard(Map<TopicPartition, OffsetAndMetadata> heard, Map<TopicPartition, Long> told) {
        return told.entrySet().stream().allMatch(end -> {
            OffsetAndMetadata reached = heard.get(end.getKey());
            return end.getValue() == 0 || (reached != null && reached.offset() >= end.getValue());
        });
    }

    private static Map<TopicPartition, Long> told(Admin admin) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        Asking.await(admin.describeTopics(List.of(Topics.OUTCOMES)).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .forEach(one -> asked.put(new TopicPartition(Topics.OUTCOMES, one.partition()), OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        Map<TopicPartition, ListOffsetsResultInfo> found =
                Asking.await(admin.listOffsets(asked).all());
        found.forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    private static void cut(Admin admin, Collection<Map.Entry<Fronts.Lane, Long>> cuts) {
        Map<TopicPartition, RecordsToDelete> below = new HashMap<>();
        cuts.forEach(cut -> {
            if (cut.getValue() > 0) {
                below.put(
                        new TopicPartition(cut.getKey().topic(), cut.getKey().partition()),
                        RecordsToDelete.beforeOffset(cut.getValue()));
            }
        });
        if (!below.isEmpty()) {
            Asking.await(admin.deleteRecords(below).all());
            LOGGER.debugf("cut %s", below.keySet());
        }
    }
}
