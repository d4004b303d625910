package dev.ponder.router.settlement.relay;

import dev.ponder.contracts.work.WorkPlace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads single work records again, which the queue will bring to nobody any more. One thread. */
public final class WorkRecords {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Supplier<Consumer<byte[], byte[]>> consumers;

    /** Reads over consumers that {@code consumers} makes: without a group, from the earliest where a place is gone. */
    public WorkRecords(Supplier<Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
    }

    /** The record at a place, unless it is gone; throws a {@link org.apache.kafka.common.KafkaException} if nobody can say. */
    public Optional<ConsumerRecord<byte[], byte[]>> read(WorkPlace place) {
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            consumer.assign(List.of(partition));
            long first =
                    consumer.beginningOffsets(List.of(partition), PATIENCE).getOrDefault(partition, Long.MAX_VALUE);
            if (place.offset() < first) {
                return Optional.empty();
            }
            long end = consumer.endOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L);
            if (place.offset() >= end) {
                return Optional.empty();
            }
            consumer.seek(partition, place.offset());
            return found(consumer.poll(PATIENCE).records(partition), place);
        }
    }

    /** Nothing at all is no answer: it lies between the first and the last, so a broker was only slow. */
    private static Optional<ConsumerRecord<byte[], byte[]>> found(
            List<ConsumerRecord<byte[], byte[]>> records, WorkPlace place) {
        if (records.isEmpty()) {
            throw new TimeoutException("the record at " + place + " was not handed out within " + PATIENCE);
        }
        return records.stream()
                .filter(record -> record.offset() == place.offset())
                .findFirst();
    }
}
