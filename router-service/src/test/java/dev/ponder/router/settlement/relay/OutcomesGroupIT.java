package dev.ponder.router.settlement.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.topic.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every partition of outcomes is somebody's, whoever fails while partitions move. */
final class OutcomesGroupIT {

    private static final Duration POLL = Duration.ofMillis(100);

    @RegisterExtension
    private final Stage stage = Stage.of("default");

    @Test
    void leavesNoPartitionWithoutAnOwnerWhenAMemberComesBackInAMove() {
        // Given
        AtomicBoolean gaveUp = new AtomicBoolean();
        Consumer<byte[], byte[]> first = member("router-1", gaveUp);
        await().until(() -> {
            first.poll(POLL);
            return first.assignment().size() == Stage.PARTITIONS;
        });
        Consumer<byte[], byte[]> second = member("router-2", new AtomicBoolean(true));
        await().pollInterval(Duration.ofMillis(1)).until(() -> {
            second.poll(Duration.ZERO);
            return gaveUp.get() || hasFailed(first);
        });
        // When
        first.close(CloseOptions.timeout(Duration.ofSeconds(1))
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP));
        Consumer<byte[], byte[]> again = member("router-1", new AtomicBoolean(true));
        // Then
        await().atMost(Duration.ofSeconds(25)).untilAsserted(() -> {
            again.poll(POLL);
            second.poll(POLL);
            assertThat(again.assignment().size() + second.assignment().size()).isEqualTo(Stage.PARTITIONS);
        });
        again.close();
        second.close();
    }

    private static boolean hasFailed(Consumer<byte[], byte[]> member) {
        try {
            member.poll(Duration.ZERO);
            return false;
        } catch (KafkaException failed) {
            return true;
        }
    }

    private Consumer<byte[], byte[]> member(String name, AtomicBoolean gaveUp) {
        Consumer<byte[], byte[]> member = new KafkaClients(stage.settings(Guarantee.EXACTLY_ONCE, name)).outcomes();
        member.subscribe(List.of(Topics.OUTCOMES), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                if (!partitions.isEmpty() && gaveUp.compareAndSet(false, true)) {
                    throw new IllegalStateException("fails as it gives its partitions up");
                }
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                // Who owns what is asked of the members themselves.
            }
        });
        return member;
    }
}
