package dev.ponder.cache.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds the last record of a partition. Its end offset does not tell: behind the last record may lie transaction markers and
 * aborted records, which no reader ever sees, so that one who waits for the end itself may wait for ever. One thread.
 */
final class LastRecords {

    private static final long FIRST_WINDOW = 64;
    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<?, ?> consumer;

    /** Looks with a consumer of the caller's, one that reads committed records; its assignment is changed. */
    LastRecords(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    /** Says the position after the last record at or beyond {@code first} and before {@code end}; without those that have none. */
    Map<TopicPartition, Long> after(Map<TopicPartition, Long> first, Map<TopicPartition, Long> end) {
        Map<TopicPartition, Long> last = new HashMap<>();
        first.forEach((partition, begin) -> after(partition, begin, end.getOrDefault(partition, begin))
                .ifPresent(position -> last.put(partition, position)));
        return last;
    }

    private Optional<Long> after(TopicPartition partition, long first, long end) {
        long window = FIRST_WINDOW;
        Optional<Long> last = Optional.empty();
        for (long from = end; last.isEmpty() && from > first; window *= 2) {
            from = Math.max(first, end - window);
            last = lastBetween(partition, from, end);
        }
        return last;
    }

    private Optional<Long> lastBetween(TopicPartition partition, long from, long end) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        Optional<Long> last = Optional.empty();
        while (consumer.position(partition) < end) {
            for (ConsumerRecord<?, ?> one : consumer.poll(POLL).records(partition)) {
                last = Optional.of(one.offset() + 1);
            }
        }
        return last;
    }
}
