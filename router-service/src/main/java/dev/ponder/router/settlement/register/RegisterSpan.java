package dev.ponder.router.settlement.register;

import dev.ponder.contracts.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

    /** The part that tells of all since a time, or of all, by partition. */
    static RegisterSpan find(Admin admin, Map<Integer, Optional<Instant>> since) {
        Map<TopicPartition, Long> starts =
                list(admin, since, from -> from.map(RegisterSpan::from).orElseGet(OffsetSpec::earliest));
        Map<TopicPartition, Long> ends = list(admin, since, _ -> OffsetSpec.latest());
        // Nothing that new: -1. Then there is nothing to read before the end, whatever it has come to be.
        starts.replaceAll((partition, start) -> start < 0 ? ends.getOrDefault(partition, 0L) : start);
        return new RegisterSpan(starts, ends);
    }

    private static OffsetSpec from(Instant since) {
        return OffsetSpec.forTimestamp(since.minus(CLOCK_SLACK).toEpochMilli());
    }

    private static Map<TopicPartition, Long> list(
            Admin admin, Map<Integer, Optional<Instant>> since, Function<Optional<Instant>, OffsetSpec> specOf) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        since.forEach(
                (partition, from) -> wanted.put(new TopicPartition(Topics.REGISTER, partition), specOf.apply(from)));
        Map<TopicPartition, ListOffsetsResultInfo> found = Answers.await(
                admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                        .all(),
                "listing offsets of " + Topics.REGISTER);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        found.forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }
}
