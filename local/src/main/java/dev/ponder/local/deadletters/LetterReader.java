package dev.ponder.local.deadletters;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.connect.Cluster;
import dev.ponder.local.connect.Stretch;
import dev.ponder.local.launch.LaunchException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;

/** Reads dead letters, from the first or a point in time to the last that is there now. One thread. */
final class LetterReader implements AutoCloseable {

    private final Consumer<byte[], byte[]> consumer;

    LetterReader(Cluster cluster) {
        this.consumer = cluster.reader();
    }

    /** The partitions of one tenant's dead letters, or of everybody's as far as this client may see them. */
    List<TopicPartition> partitions(Optional<TenantId> tenant) throws LaunchException {
        Map<String, List<PartitionInfo>> found = new TreeMap<>();
        if (tenant.isPresent()) {
            String topic = Topics.deadLetters(tenant.orElseThrow());
            found.put(topic, consumer.partitionsFor(topic));
        } else {
            consumer.listTopics().forEach((topic, partitions) -> {
                if (Topics.tenantOfDeadLetters(topic).isPresent()) {
                    found.put(topic, partitions);
                }
            });
        }
        List<TopicPartition> all = new ArrayList<>();
        found.values()
                .forEach(partitions ->
                        partitions.forEach(one -> all.add(new TopicPartition(one.topic(), one.partition()))));
        if (all.isEmpty()) {
            throw new LaunchException("no topic of dead letters is there, or none that this client may see: "
                    + String.join(", ", found.keySet()));
        }
        return all;
    }

    /** Hands on what lies in the partitions, in the order of each; younger than {@code since} where that is given. */
    void read(List<TopicPartition> partitions, Optional<Instant> since, LetterSink sink)
            throws InterruptedException, LaunchException {
        Stretch stretch = Stretch.of(consumer, partitions, since);
        while (stretch.hasMore()) {
            for (ConsumerRecord<byte[], byte[]> record : stretch.next()) {
                Letter letter = letter(record);
                if (since.filter(letter.at()::isBefore).isEmpty()) {
                    sink.take(letter);
                }
            }
        }
    }

    /** The letter at a place. */
    Letter at(Place place) throws LaunchException {
        if (Topics.tenantOfDeadLetters(place.topic()).isEmpty()) {
            throw new LaunchException(place.topic() + " is no topic of dead letters");
        }
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        boolean there =
                consumer.partitionsFor(place.topic()).stream().anyMatch(one -> one.partition() == place.partition());
        if (there) {
            Stretch stretch = Stretch.from(consumer, partition, place.offset());
            while (stretch.hasMore()) {
                for (ConsumerRecord<byte[], byte[]> record : stretch.next()) {
                    return atOffset(record, place);
                }
            }
        }
        throw gone(place);
    }

    private static Letter atOffset(ConsumerRecord<byte[], byte[]> record, Place place) throws LaunchException {
        if (record.offset() != place.offset()) {
            throw gone(place);
        }
        return letter(record);
    }

    private static LaunchException gone(Place place) {
        return new LaunchException("no dead letter lies at " + place + "; its topic may have dropped it by age");
    }

    private static Letter letter(ConsumerRecord<byte[], byte[]> record) {
        return new Letter(
                new Place(record.topic(), record.partition(), record.offset()),
                Instant.ofEpochMilli(record.timestamp()),
                Bytes.wrap(record.key()),
                Bytes.wrap(record.value()),
                List.of(record.headers().toArray()));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
