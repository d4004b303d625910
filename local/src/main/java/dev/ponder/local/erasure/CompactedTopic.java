package dev.ponder.local.erasure;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.local.connect.Cluster;
import dev.ponder.local.connect.Stretch;
import dev.ponder.local.launch.LaunchException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.utils.Bytes;

/** Puts tombstones on a tenant's keys of a topic that all share. One thread. */
final class CompactedTopic {

    private final Cluster cluster;
    private final TopicFacts facts;

    CompactedTopic(Cluster cluster, TopicFacts facts) {
        this.cluster = cluster;
        this.facts = facts;
    }

    /** A tombstone must lie behind what it kills, so each goes to the partition in which the key was found. */
    private record Slot(int partition, Bytes key) {}

    Finding erase(String topic, TenantId tenant, boolean dryRun) throws InterruptedException, LaunchException {
        Set<Slot> its = new HashSet<>();
        Set<Slot> unreadable = new HashSet<>();
        try (Consumer<byte[], byte[]> reader = cluster.reader()) {
            Stretch stretch = Stretch.of(reader, facts.partitions(topic), Optional.empty());
            while (stretch.hasMore()) {
                stretch.next().stream()
                        .filter(record -> record.key() != null)
                        .forEach(record -> note(record, tenant, its, unreadable));
            }
        }
        if (!dryRun && !its.isEmpty()) {
            bury(topic, its);
        }
        return new Finding(
                topic,
                its.size(),
                its.size(),
                unreadable.size(),
                facts.retention(topic).afterTombstones());
    }

    /** The last record of a key is what counts. */
    private static void note(
            ConsumerRecord<byte[], byte[]> record, TenantId tenant, Set<Slot> its, Set<Slot> unreadable) {
        Slot slot = new Slot(record.partition(), Bytes.wrap(record.key()));
        its.remove(slot);
        unreadable.remove(slot);
        switch (Belonging.of(tenant, record.topic(), record.value())) {
            case ITS -> its.add(slot);
            case UNKNOWN -> unreadable.add(slot);
            case NOT_ITS -> {}
        }
    }

    private void bury(String topic, Set<Slot> its) throws InterruptedException {
        try (Producer<byte[], byte[]> writer = cluster.writer()) {
            List<Future<RecordMetadata>> written = new ArrayList<>();
            for (Slot slot : its) {
                written.add(writer.send(
                        new ProducerRecord<>(topic, slot.partition(), slot.key().get(), null)));
            }
            for (Future<RecordMetadata> one : written) {
                Answers.await(one, "writing tombstones to " + topic);
            }
        }
    }
}
