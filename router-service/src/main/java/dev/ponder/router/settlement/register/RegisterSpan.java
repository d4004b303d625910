package dev.ponder.router.settlement.register;

import dev.ponder.contracts.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * The part of the register that must be read before its outcomes are settled.
 *
 * <p>It ends at the high watermark, not at the last stable offset where a {@code read_committed} reader ends by itself: the
 * former owner's last transaction may have its offsets committed already while its marker on the register is still to come,
 * and its ids would be missed. A reader that must come to the high watermark waits for that marker.
 *
 * @param starts first offset to read, by partition
 * @param ends offset before which all must be read, by partition
 */
record RegisterSpan(Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends) {

    /** Routers' clocks may differ by this much; reading more than needed does no harm. */
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(1);

    RegisterSpan {
        starts = Map.copyOf(starts);
        ends = Map.copyOf(ends);
    }

    static RegisterSpan find(Admin admin, Collection<Integer> partitions, Instant since) {
        long sinceMillis = since.minus(CLOCK_SLACK).toEpochMilli();
        Map<TopicPartition, Long> starts = list(admin, partitions, OffsetSpec.forTimestamp(sinceMillis));
        Map<TopicPartition, Long> ends = list(admin, partitions, OffsetSpec.latest());
        // Nothing that new: -1. Then there is nothing to read before the end, whatever it has come to be.
        starts.replaceAll((partition, start) -> start < 0 ? ends.getOrDefault(partition, 0L) : start);
        return new RegisterSpan(starts, ends);
    }

    private static Map<TopicPartition, Long> list(Admin admin, Collection<Integer> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(new TopicPartition(Topics.REGISTER, partition), spec));
        Map<TopicPartition, ListOffsetsResultInfo> found = Answers.await(
                admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                        .all(),
                "listing offsets of " + Topics.REGISTER);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        found.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }
}
