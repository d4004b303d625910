package dev.ponder.simulation.broker;

import dev.ponder.contracts.topic.Topics;
import dev.ponder.simulation.time.Agenda;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Topics, groups and transactions. What is appended is there for good and for all at once: replication is Kafka's business. */
public final class VirtualBroker {

    /** Of the topics that have many. */
    public static final int PARTITIONS = 3;

    private final Agenda agenda;
    private final BrokerWatch watch;
    private final Map<String, Log> logs = new HashMap<>();
    private final Progress progress;
    private final Transactions transactions;
    private final ConsumerGroup settlement;

    /** A broker without any record. */
    public VirtualBroker(Agenda agenda, BrokerWatch watch, BrokerTimes times) {
        this.agenda = agenda;
        this.watch = watch;
        this.progress = new Progress(watch);
        this.transactions = new Transactions(agenda, progress, watch, times);
        this.settlement = new ConsumerGroup(agenda.clock(), PARTITIONS, times.session());
    }

    /** One partition of a topic, made when it is first asked for. */
    public Log log(String topic, int partition) {
        return logs.computeIfAbsent(topic + "-" + partition, _ -> new Log());
    }

    /** Deletes what lies below an offset. */
    public void cut(TopicPartition partition, long before) {
        log(partition.topic(), partition.partition()).cut(before);
        watch.cut(partition.topic(), before);
    }

    /** How far groups have got. */
    public Progress progress() {
        return progress;
    }

    /** The transaction coordinator. */
    public Transactions transactions() {
        return transactions;
    }

    /** The group of all who settle. */
    public ConsumerGroup settlement() {
        return settlement;
    }

    /** Appends, and says where it came to lie. */
    public ConsumerRecord<byte[], byte[]> append(ProducerRecord<byte[], byte[]> sent) {
        ConsumerRecord<byte[], byte[]> record = written(sent, null);
        watch.appended(record);
        return record;
    }

    /** Appends within a transaction: it is there when that is committed. */
    public ConsumerRecord<byte[], byte[]> append(ProducerRecord<byte[], byte[]> sent, Transaction within) {
        ConsumerRecord<byte[], byte[]> record = written(sent, within);
        within.wrote(log(record.topic(), record.partition()), record);
        return record;
    }

    private ConsumerRecord<byte[], byte[]> written(ProducerRecord<byte[], byte[]> sent, @Nullable Transaction within) {
        int partition = partitionOf(sent);
        Log log = log(sent.topic(), partition);
        Long at = sent.timestamp();
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                sent.topic(),
                partition,
                log.end(),
                at == null ? agenda.clock().now().toEpochMilli() : at,
                TimestampType.CREATE_TIME,
                0,
                0,
                sent.key(),
                sent.value(),
                new RecordHeaders(sent.headers().toArray()),
                Optional.empty());
        log.append(record, within);
        return record;
    }

    /** As Kafka's own clients do: who looks a key up knows where it is. */
    private static int partitionOf(ProducerRecord<byte[], byte[]> sent) {
        if (sent.topic().startsWith(Topics.WORK)) {
            return 0; // Work topics have one partition each.
        }
        if (sent.partition() != null) {
            return sent.partition();
        }
        return sent.key() == null ? 0 : BuiltInPartitioner.partitionForKey(sent.key(), PARTITIONS);
    }
}
