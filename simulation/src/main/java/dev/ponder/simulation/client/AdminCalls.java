package dev.ponder.simulation.client;

import dev.ponder.simulation.broker.Log;
import dev.ponder.simulation.broker.ShareQueue;
import dev.ponder.simulation.broker.VirtualBroker;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.DeleteRecordsResult;
import org.apache.kafka.clients.admin.DeletedRecords;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.jspecify.annotations.Nullable;

/** An admin client: what is asked of the broker is answered at once, after the call has taken its time. */
final class AdminCalls implements Calls.Answer {

    private final VirtualBroker broker;
    private final ShareQueue queue;
    private final Wire wire;

    AdminCalls(VirtualBroker broker, ShareQueue queue, Wire wire) {
        this.broker = broker;
        this.queue = queue;
        this.wire = wire;
    }

    @Override
    @SuppressWarnings("unchecked") // As the methods are declared.
    public @Nullable Object to(String method, Object[] arguments) {
        if (method.equals("close")) {
            return null;
        }
        wire.call();
        return switch (method) {
            case "describeTopics" -> new Described((Collection<String>) arguments[0]);
            case "listOffsets" -> offsets((Map<TopicPartition, OffsetSpec>) arguments[0]);
            case "deleteRecords" -> delete((Map<TopicPartition, RecordsToDelete>) arguments[0]);
            case "listConsumerGroupOffsets" ->
                GroupAnswers.consumer((String) arguments[0], broker.progress().of((String) arguments[0]));
            case "listShareGroupOffsets" -> share((Map<String, ?>) arguments[0]);
            default -> throw Calls.unknown(method);
        };
    }

    private static final class Described extends DescribeTopicsResult {
        Described(Collection<String> topics) {
            super(null, futures(topics, Described::described));
        }

        private static TopicDescription described(String topic) {
            List<TopicPartitionInfo> partitions = IntStream.range(0, VirtualBroker.PARTITIONS)
                    .mapToObj(number -> new TopicPartitionInfo(number, null, List.of(), List.of()))
                    .toList();
            return new TopicDescription(topic, false, partitions, null);
        }
    }

    private ListOffsetsResult offsets(Map<TopicPartition, OffsetSpec> asked) {
        return new ListOffsetsResult(futures(
                asked.keySet(),
                partition -> new ListOffsetsResult.ListOffsetsResultInfo(
                        offset(log(partition), asked.get(partition)), -1, Optional.empty())));
    }

    private static long offset(Log log, @Nullable OffsetSpec spec) {
        return switch (spec) {
            case OffsetSpec.LatestSpec _ -> log.end();
            case OffsetSpec.EarliestSpec _ -> log.start();
            case OffsetSpec.TimestampSpec since ->
                log.firstSince(GroupAnswers.timestamp(since)).orElse(-1L);
            case null, default -> throw new UnsupportedOperationException("no such offset");
        };
    }

    private DeleteRecordsResult delete(Map<TopicPartition, RecordsToDelete> below) {
        return new DeleteRecordsResult(futures(below.keySet(), partition -> {
            RecordsToDelete cut = below.get(partition);
            if (cut != null) {
                broker.cut(partition, cut.beforeOffset());
            }
            return new DeletedRecords(log(partition).start());
        }));
    }

    private Object share(Map<String, ?> groups) {
        return GroupAnswers.share(
                groups.keySet().iterator().next(),
                Map.of(
                        queue.partition(),
                        new SharePartitionOffsetInfo(
                                queue.writtenFront(), Optional.empty(), Optional.of(queue.lag()))));
    }

    private Log log(TopicPartition partition) {
        return broker.log(partition.topic(), partition.partition());
    }

    private static <K, V> Map<K, KafkaFuture<V>> futures(Collection<K> keys, Function<K, V> answer) {
        Map<K, KafkaFuture<V>> futures = new HashMap<>();
        keys.forEach(key -> futures.put(key, KafkaFuture.completedFuture(answer.apply(key))));
        return futures;
    }
}
