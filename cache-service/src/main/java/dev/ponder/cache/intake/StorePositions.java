package dev.ponder.cache.intake;

import dev.ponder.access.Refusals;
import dev.ponder.access.Role;
import dev.ponder.cache.learning.CatchUp;
import dev.ponder.cache.storage.ChainStore;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Starts reading where the store is, and says how far reading must come. Runs on the consumer's polling thread, before its
 * first records.
 */
@Singleton
@Identifier(StorePositions.NAME)
final class StorePositions implements KafkaConsumerRebalanceListener {

    static final String NAME = "store-positions";

    private static final Logger LOGGER = Logger.getLogger(StorePositions.class);

    private final ChainStore store;
    private final CatchUp catchUp;
    private final ChainTopic topic;

    StorePositions(ChainStore store, CatchUp catchUp, ChainTopic topic) {
        this.store = store;
        this.catchUp = catchUp;
        this.topic = topic;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            catchUp.topicMissing();
            return;
        }
        begin(consumer, partitions);
    }

    /** Begins to read where the store is, from the first record on if it had to be emptied. On the polling thread. */
    void begin(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        try {
            if (store.adopt(topic.describe().id())) {
                catchUp.beginAnew();
            }
            Map<Integer, Long> positions = store.positions();
            partitions.forEach(partition -> seek(consumer, partition, positions));
            catchUp.expect(topic.targets(List.copyOf(partitions), positions));
        } catch (KafkaException unreachable) {
            LOGGER.errorf(unreachable, "cannot learn how far to read");
            catchUp.stalled(Refusals.explain(unreachable, Role.CACHE).orElse(String.valueOf(unreachable.getMessage())));
            throw unreachable;
        }
    }

    private static void seek(Consumer<?, ?> consumer, TopicPartition partition, Map<Integer, Long> positions) {
        Long position = positions.get(partition.partition());
        if (position == null) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, position);
        }
    }
}
