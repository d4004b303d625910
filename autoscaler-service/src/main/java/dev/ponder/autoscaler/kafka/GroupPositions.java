package dev.ponder.autoscaler.kafka;

import dev.ponder.scaling.observation.Reading;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Says where a group stands. */
interface GroupPositions {

    /** By partition, where the group stands; partitions in which it never began are left out. */
    Reading<Map<TopicPartition, Position>> read(Collection<TopicPartition> partitions) throws InterruptedException;
}
