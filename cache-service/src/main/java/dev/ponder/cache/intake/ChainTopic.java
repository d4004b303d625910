package dev.ponder.cache.intake;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.ponder.contracts.topic.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What must be known of the chains topic before it is read. Asks the broker and waits; opens its clients for each call. */
public final class ChainTopic {

    private final Map<String, Object> client;

    /**
     * Asks with these client settings.
     *
     * @param client Kafka's own names, bootstrap servers and security among them
     */
    public ChainTopic(Map<String, Object> client) {
        this.client = Map.copyOf(client);
    }

    /**
     * What the broker says of the topic at one moment.
     *
     * @param id another one after the topic was deleted and made again
     * @param partitions all that there are
     */
    record Description(String id, List<TopicPartition> partitions) {

        Description {
            requireNonNull(id, "id is null");
            partitions = List.copyOf(partitions);
        }

        private static Description of(TopicDescription topic) {
            return new Description(
                    topic.topicId().toString(),
                    topic.partitions().stream()
                            .map(one -> new TopicPartition(Topics.CHAINS, one.partition()))
                            .toList());
        }
    }

    /**
     * Asks for the topic's id and partitions, once for both.
     *
     * @throws KafkaException if the broker can't say
     */
    Description describe() {
        try (Admin admin = Admin.create(client)) {
            TopicDescription topic = admin.describeTopics(List.of(Topics.CHAINS))
                    .allTopicNames()
                    .get()
                    .get(Topics.CHAINS);
            return Description.of(requireNonNull(topic, "the broker described another topic"));
        } catch (ExecutionException refused) {
            throw new KafkaException("cannot describe " + Topics.CHAINS, refused.getCause());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    /**
     * Says by partition the position after its last committed record; partitions with none beyond {@code from} are left out.
     *
     * @param from by partition, where reading begins; absent means at the first record
     * @throws KafkaException if the broker can't say
     */
    Map<Integer, Long> targets(List<TopicPartition> partitions, Map<Integer, Long> from) {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
            consumer.assign(partitions);
            Map<TopicPartition, Long> first = new HashMap<>(consumer.beginningOffsets(partitions));
            first.replaceAll((partition, begin) -> Math.max(begin, from.getOrDefault(partition.partition(), begin)));
            return new LastRecords(consumer)
                    .after(first, consumer.endOffsets(partitions)).entrySet().stream()
                            .collect(toMap(target -> target.getKey().partition(), Map.Entry::getValue));
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(client);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }
}
