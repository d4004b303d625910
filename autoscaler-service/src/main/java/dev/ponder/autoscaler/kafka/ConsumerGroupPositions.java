package dev.ponder.autoscaler.kafka;

import dev.ponder.scaling.observation.Reading;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Where a consumer group stands; what it never committed it never began. */
final class ConsumerGroupPositions implements GroupPositions {

    private final Admin admin;
    private final String group;
    private final Answers answers;

    ConsumerGroupPositions(Admin admin, String group, Answers answers) {
        this.admin = admin;
        this.group = group;
        this.answers = answers;
    }

    @Override
    public Reading<Map<TopicPartition, Position>> read(Collection<TopicPartition> partitions)
            throws InterruptedException {
        return answers.await(
                        admin.listConsumerGroupOffsets(
                                        Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(partitions)),
                                        new ListConsumerGroupOffsetsOptions().timeoutMs(answers.patienceMillis()))
                                .partitionsToOffsetAndMetadata(group),
                        "offsets of consumer group " + group)
                .map(ConsumerGroupPositions::positions);
    }

    private static Map<TopicPartition, Position> positions(Map<TopicPartition, OffsetAndMetadata> told) {
        Map<TopicPartition, Position> positions = new HashMap<>();
        told.forEach((partition, committed) -> {
            if (committed != null) {
                positions.put(partition, new Position(committed.offset(), Optional.empty()));
            }
        });
        return positions;
    }
}
