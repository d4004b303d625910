package dev.ponder.autoscaler.kafka;

import dev.ponder.autoscaler.source.TopicBacklog;
import dev.ponder.scaling.observation.Reading;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What the broker told, put together: a topic is known only where all its partitions are.
 *
 * @param ends by partition, where the next record will lie
 * @param begins by partition in which the group never began, where the first record lies that is still kept
 * @param positions by partition in which it began, where it stands
 */
record Offsets(
        Map<TopicPartition, Reading<Long>> ends,
        Map<TopicPartition, Reading<Long>> begins,
        Reading<Map<TopicPartition, Position>> positions) {

    Reading<TopicBacklog> sum(List<TopicPartition> partitions) {
        long ended = 0;
        long open = 0;
        for (TopicPartition partition : partitions) {
            switch (one(partition)) {
                case Reading.Known<TopicBacklog>(TopicBacklog known) -> {
                    ended += known.ended();
                    open += known.open();
                }
                case Reading.Missing<TopicBacklog> missing -> {
                    return missing;
                }
            }
        }
        return Reading.of(new TopicBacklog(ended, open));
    }

    private Reading<TopicBacklog> one(TopicPartition partition) {
        return positions.flatMap(known -> one(partition, known));
    }

    private Reading<TopicBacklog> one(TopicPartition partition, Map<TopicPartition, Position> known) {
        Reading<Long> end = ends.getOrDefault(partition, Reading.missing("no end of " + partition));
        Position position = known.get(partition);
        if (position != null) {
            return end.map(offset -> new TopicBacklog(offset, position.open(offset)));
        }
        Reading<Long> begin = begins.getOrDefault(partition, Reading.missing("no beginning of " + partition));
        return begin.flatMap(first -> end.map(offset -> new TopicBacklog(offset, Math.max(0, offset - first))));
    }
}
