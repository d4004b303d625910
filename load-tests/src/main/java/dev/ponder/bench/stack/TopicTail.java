package dev.ponder.bench.stack;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what is committed to a topic from its present end on. Owns one thread, on which every record is handed over. */
final class TopicTail implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Consumer<ConsumerRecord<String, byte[]>> each;

    /** Starts; what is produced after this call is read. */
    TopicTail(String bootstrap, String topic, Consumer<ConsumerRecord<String, byte[]>> each) {
        this.each = each;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        Thread.ofPlatform().name("tail-" + topic).start(this::run);
    }

    private void run() {
        try (consumer) {
            while (true) {
                consumer.poll(POLL).forEach(each);
            }
        } catch (WakeupException closed) {
            System.getLogger(TopicTail.class.getName()).log(System.Logger.Level.TRACE, "closed");
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
    }
}
