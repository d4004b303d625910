package dev.ponder.router.settlement.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.contracts.work.WorkPlace;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** What is said of a work record that a broker hands out, has no more, or is slow to hand out; over Kafka's own double of a consumer. */
final class WorkRecordsTest {

    private static final TopicPartition LANE = new TopicPartition("reasoning.work.main.interactive", 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final WorkRecords records = new WorkRecords(() -> consumer);

    WorkRecordsTest() {
        consumer.updateBeginningOffsets(Map.of(LANE, 5L));
        consumer.updateEndOffsets(Map.of(LANE, 8L));
    }

    @Test
    void findsTheRecordAtAPlace() {
        consumer.schedulePollTask(() -> consumer.addRecord(record(6)));

        assertThat(records.read(at(6)))
                .hasValueSatisfying(found -> assertThat(found.offset()).isEqualTo(6));
    }

    @Test
    void saysThatARecordIsGoneOnlyWhereItLiesOutsideOrAnotherComesInItsPlace() {
        assertThat(new WorkRecords(this::another).read(at(4))).isEmpty();
        assertThat(new WorkRecords(this::another).read(at(8))).isEmpty();

        consumer.schedulePollTask(() -> consumer.addRecord(record(7)));

        assertThat(records.read(at(6))).isEmpty();
    }

    @Test
    void doesNotTakeASlowBrokerForALostRecord() {
        assertThatThrownBy(() -> records.read(at(6)))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining(LANE.topic());
    }

    private MockConsumer<byte[], byte[]> another() {
        MockConsumer<byte[], byte[]> one = new MockConsumer<>("earliest");
        one.updateBeginningOffsets(Map.of(LANE, 5L));
        one.updateEndOffsets(Map.of(LANE, 8L));
        return one;
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset) {
        return new ConsumerRecord<>(LANE.topic(), LANE.partition(), offset, null, null);
    }

    private static WorkPlace at(long offset) {
        return new WorkPlace(LANE.topic(), LANE.partition(), offset);
    }
}
