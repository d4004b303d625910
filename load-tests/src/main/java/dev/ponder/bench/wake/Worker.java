package dev.ponder.bench.wake;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Is done at once with whatever it takes, so that the pool comes to rest again. One thread. */
final class Worker implements AutoCloseable {

    private final KafkaShareConsumer<byte[], byte[]> member;

    Worker(String bootstrap, String group, String topic) {
        this.member = new KafkaShareConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "group.id", group, "share.acknowledgement.mode", "explicit"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        member.subscribe(List.of(topic));
    }

    /** Takes what there is, and waits until there is something. */
    void finishOne() {
        ConsumerRecords<byte[], byte[]> taken = member.poll(Duration.ofMillis(100));
        while (taken.isEmpty()) {
            taken = member.poll(Duration.ofMillis(100));
        }
        for (ConsumerRecord<byte[], byte[]> one : taken) {
            member.acknowledge(one, AcknowledgeType.ACCEPT);
        }
        member.commitSync();
    }

    @Override
    public void close() {
        member.close();
    }
}
