package dev.ponder.reasoner.recall;

import dev.ponder.mechanics.time.Ticker;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * One look for the last record of a key that tells something: backwards from the end of the key's partition, a window at a time, since work comes again soon
 * after its holder died, and no further back than when the request came. One thread.
 */
final class Look {

    /** The most records that are read at a time. */
    static final int WIDEST = 1_000;

    /** How many are read first: work comes again within seconds. Then four times as many, and so on. */
    private static final int NARROWEST = 100;

    private static final int WIDER = 4;

    /** Clocks of broker and reasoners may differ by this much; reading more than needed does no harm. */
    private static final Duration CLOCK_SLACK = Duration.ofMinutes(1);

    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;
    private final byte[] key;
    private final Ticker ticker;
    private final long deadlineNanos;

    Look(Consumer<byte[], byte[]> consumer, String topic, String key, Ticker ticker, long deadlineNanos) {
        this.consumer = consumer;
        this.topic = topic;
        this.key = key.getBytes(StandardCharsets.UTF_8);
        this.ticker = ticker;
        this.deadlineNanos = deadlineNanos;
    }

    /** The last that is told; throws a {@link org.apache.kafka.common.KafkaException} where that takes too long or fails. */
    Optional<ConsumerRecord<byte[], byte[]>> find(Instant since, Predicate<ConsumerRecord<byte[], byte[]>> tells) {
        TopicPartition partition = partition();
        consumer.assign(List.of(partition));
        long end = consumer.endOffsets(List.of(partition), left()).getOrDefault(partition, 0L);
        long first = end <= WIDEST ? 0 : first(partition, since, end);
        long to = end;
        for (int window = NARROWEST; to > first; window = Math.min(WIDEST, window * WIDER)) {
            long from = Math.max(first, to - window);
            Optional<ConsumerRecord<byte[], byte[]>> last = last(partition, from, to, tells);
            if (last.isPresent()) {
                return last;
            }
            to = from;
        }
        return Optional.empty();
    }

    /** Where a producer puts the key by default, which is public knowledge. */
    private TopicPartition partition() {
        int count = consumer.partitionsFor(topic, left()).size();
        if (count == 0) {
            throw new TimeoutException(topic + " is not there");
        }
        return new TopicPartition(topic, BuiltInPartitioner.partitionForKey(key, count));
    }

    private long first(TopicPartition partition, Instant since, long end) {
        long millis = since.minus(CLOCK_SLACK).toEpochMilli();
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(Map.of(partition, millis), left());
        OffsetAndTimestamp at = found.get(partition);
        return at == null ? end : at.offset();
    }

    private Optional<ConsumerRecord<byte[], byte[]>> last(
            TopicPartition partition, long from, long to, Predicate<ConsumerRecord<byte[], byte[]>> tells) {
        Optional<ConsumerRecord<byte[], byte[]>> last = Optional.empty();
        consumer.seek(partition, from);
        while (consumer.position(partition) < to) {
            Duration left = left();
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(left.compareTo(POLL) < 0 ? left : POLL)) {
                if (record.offset() < to && Arrays.equals(key, record.key()) && tells.test(record)) {
                    last = Optional.of(record);
                }
            }
        }
        return last;
    }

    private Duration left() {
        long nanos = deadlineNanos - ticker.nanos();
        if (nanos <= 0) {
            throw new TimeoutException("no time is left");
        }
        return Duration.ofNanos(nanos);
    }
}
