package dev.ponder.autoscaler.kafka;

import dev.ponder.scaling.observation.Reading;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Where a share group stands. A group that no member ever joined is not found, and one that never read a partition has no start there: both
 * never began.
 */
final class ShareGroupPositions implements GroupPositions {

    private final Admin admin;
    private final String group;
    private final Answers answers;

    ShareGroupPositions(Admin admin, String group, Answers answers) {
        this.admin = admin;
        this.group = group;
        this.answers = answers;
    }

    @Override
    public Reading<Map<TopicPartition, Position>> read(Collection<TopicPartition> partitions)
            throws InterruptedException {
        KafkaFuture<Map<TopicPartition, SharePartitionOffsetInfo>> asked = admin.listShareGroupOffsets(
                        Map.of(group, new ListShareGroupOffsetsSpec().topicPartitions(partitions)),
                        new ListShareGroupOffsetsOptions().timeoutMs(answers.patienceMillis()))
                .partitionsToOffsetInfo(group);
        Reading<Map<TopicPartition, SharePartitionOffsetInfo>> told =
                answers.await(asked, "offsets of share group " + group);
        return isUnknown(asked) ? Reading.of(Map.of()) : told.map(ShareGroupPositions::positions);
    }

    private static boolean isUnknown(KafkaFuture<?> asked) {
        return asked.isCompletedExceptionally() && asked.exceptionNow() instanceof GroupIdNotFoundException;
    }

    private static Map<TopicPartition, Position> positions(Map<TopicPartition, SharePartitionOffsetInfo> told) {
        Map<TopicPartition, Position> positions = new HashMap<>();
        told.forEach((partition, offsets) -> {
            if (offsets != null) {
                positions.put(partition, new Position(offsets.startOffset(), offsets.lag()));
            }
        });
        return positions;
    }
}
