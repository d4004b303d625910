package dev.ponder.local.connect;

import dev.ponder.local.launch.LaunchException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * What lies between two points of partitions, the end being that of the moment when it was made: what comes later is not read.
 * Not safe for threads; the consumer stays the caller's.
 */
public final class Stretch {

    private static final Duration POLL = Duration.ofMillis(500);
    /** So many polls in a row may bring nothing and get nowhere before the broker is taken for gone. */
    private static final int PATIENCE = 60;

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends;
    private final Set<TopicPartition> open;
    private int idle;

    private Stretch(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        this.consumer = consumer;
        this.ends = Map.copyOf(ends);
        this.open = new HashSet<>(ends.keySet());
    }

    /** From the first record, or the first that is not older than {@code since}, to the last that is there. */
    public static Stretch of(
            Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions, Optional<Instant> since) {
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> starts = new HashMap<>(consumer.beginningOffsets(partitions));
        since.ifPresent(instant -> {
            Map<TopicPartition, Long> times = new HashMap<>();
            partitions.forEach(partition -> times.put(partition, instant.toEpochMilli()));
            consumer.offsetsForTimes(times)
                    .forEach((partition, found) ->
                            starts.put(partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
        });
        starts.forEach(consumer::seek);
        return new Stretch(consumer, ends);
    }

    /** From an offset of one partition; nothing where the partition holds no such offset. */
    public static Stretch from(Consumer<byte[], byte[]> consumer, TopicPartition partition, long offset) {
        List<TopicPartition> one = List.of(partition);
        consumer.assign(one);
        long begin = consumer.beginningOffsets(one).getOrDefault(partition, 0L);
        long end = consumer.endOffsets(one).getOrDefault(partition, 0L);
        consumer.seek(partition, Math.clamp(offset, begin, Math.max(begin, end)));
        return new Stretch(consumer, offset < begin ? Map.of() : Map.of(partition, end));
    }

    /** Whether the end is still ahead. */
    public boolean hasMore() {
        List<TopicPartition> done = open.stream()
                .filter(partition -> consumer.position(partition) >= end(partition))
                .toList();
        consumer.pause(done);
        done.forEach(open::remove);
        return !open.isEmpty();
    }

    /**
     * The next records; may be none.
     *
     * @throws LaunchException if the broker gives nothing for half a minute
     */
    public List<ConsumerRecord<byte[], byte[]>> next() throws LaunchException {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        idle = records.isEmpty() ? idle + 1 : 0;
        if (idle > PATIENCE) {
            throw new LaunchException("Kafka gives nothing more, though there is more in " + open);
        }
        return StreamSupport.stream(records.spliterator(), false)
                .filter(record -> record.offset() < end(new TopicPartition(record.topic(), record.partition())))
                .toList();
    }

    private long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }
}
