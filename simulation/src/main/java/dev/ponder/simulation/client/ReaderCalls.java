package dev.ponder.simulation.client;

import dev.ponder.contracts.topic.Topics;
import dev.ponder.simulation.broker.Log;
import dev.ponder.simulation.broker.VirtualBroker;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A consumer without a group that sees what is committed. */
final class ReaderCalls implements Calls.Answer {

    private final VirtualBroker broker;
    private final Wire wire;
    private final boolean forgets;
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    /**
     * Reads.
     *
     * @param forgets whether it finds nothing in the register
     */
    ReaderCalls(VirtualBroker broker, Wire wire, boolean forgets) {
        this.forgets = forgets;
        this.broker = broker;
        this.wire = wire;
    }

    @Override
    @SuppressWarnings("unchecked") // As the methods are declared.
    public @Nullable Object to(String method, Object[] arguments) {
        return switch (method) {
            case "assign", "close" -> null;
            case "partitionsFor" -> partitions((String) arguments[0]);
            case "beginningOffsets" -> offsets((Collection<TopicPartition>) arguments[0], Log::start);
            case "endOffsets" -> offsets((Collection<TopicPartition>) arguments[0], Log::end);
            case "seek" -> positions.put((TopicPartition) arguments[0], (long) arguments[1]);
            case "position" -> positions.getOrDefault((TopicPartition) arguments[0], 0L);
            case "poll" -> poll((Duration) arguments[0]);
            default -> throw Calls.unknown(method);
        };
    }

    private List<PartitionInfo> partitions(String topic) {
        wire.call();
        return IntStream.range(0, VirtualBroker.PARTITIONS)
                .mapToObj(number -> new PartitionInfo(topic, number, null, null, null))
                .toList();
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, ToLongFunction<Log> offsetOf) {
        wire.call();
        Map<TopicPartition, Long> offsets = new HashMap<>();
        partitions.forEach(partition -> offsets.put(partition, offsetOf.applyAsLong(log(partition))));
        return offsets;
    }

    private ConsumerRecords<byte[], byte[]> poll(Duration patience) {
        wire.call();
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        int most = wire.mostRecords();
        for (Map.Entry<TopicPartition, Long> at : positions.entrySet()) {
            Log.Reading read = log(at.getKey()).read(at.getValue(), most);
            if (!read.records().isEmpty() && !isForgotten(at.getKey())) {
                records.put(at.getKey(), read.records());
                next.put(at.getKey(), new OffsetAndMetadata(read.next()));
            }
            at.setValue(read.next());
        }
        if (records.isEmpty()) {
            wire.pause(patience);
        }
        return new ConsumerRecords<>(records, next);
    }

    private boolean isForgotten(TopicPartition partition) {
        return forgets && partition.topic().equals(Topics.REGISTER);
    }

    private Log log(TopicPartition partition) {
        return broker.log(partition.topic(), partition.partition());
    }
}
