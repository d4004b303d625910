package dev.ponder.simulation.actor;

import dev.ponder.simulation.broker.Log;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** A partition that a router reads, many records at once, committing up to the oldest that is on its way. */
final class Intake {

    private static final int MOST_UNDER_WAY = 4;

    private final World world;
    private final String group;
    private final TopicPartition partition;
    private final TreeSet<Long> underWay = new TreeSet<>();
    private long next;

    Intake(World world, String group, TopicPartition partition) {
        this.world = world;
        this.group = group;
        this.partition = partition;
        this.next = world.broker().progress().of(group, partition);
    }

    /** What is read now: each of it is on its way until it is {@link #done}. */
    Log.Reading read() {
        Log.Reading reading = world.broker()
                .log(partition.topic(), partition.partition())
                .read(next, MOST_UNDER_WAY - underWay.size());
        reading.records().forEach(record -> underWay.add(record.offset()));
        next = reading.next();
        return reading;
    }

    void done(ConsumerRecord<byte[], byte[]> record) {
        underWay.remove(record.offset());
    }

    void commit() {
        long upTo = underWay.isEmpty() || world.flaw() == Flaw.READ_TOO_SOON ? next : underWay.first();
        if (upTo > world.broker().progress().of(group, partition)) {
            world.broker().progress().commit(group, Map.of(partition, new OffsetAndMetadata(upTo)));
        }
    }
}
