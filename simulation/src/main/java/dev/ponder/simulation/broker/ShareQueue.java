package dev.ponder.simulation.broker;

import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A share group over a log (KIP-932): each record is available, acquired under a lock by one member, or done with. A lock that lapses
 * or is released makes it available again, and after the delivery limit it is archived, and nobody sees it again.
 */
public final class ShareQueue {

    private static final int DELIVERY_LIMIT = 5;

    private final TopicPartition partition;
    private final Log log;
    private final Ticker clock;
    private final Duration lock;
    private final ShareWatch watch;
    private final List<Entry> entries = new ArrayList<>();
    private int front;
    /** The front as it was written down last, which is before the last change. */
    private int writtenFront;

    private static final class Entry {
        private int deliveries;
        private boolean done;
        private @Nullable Grip holder;
    }

    /** A member's lock on a record. It may have lapsed without the member knowing. */
    public static final class Grip {
        private final ConsumerRecord<byte[], byte[]> record;
        private final int deliveries;
        private long untilNanos;

        private Grip(ConsumerRecord<byte[], byte[]> record, int deliveries, long untilNanos) {
            this.record = record;
            this.deliveries = deliveries;
            this.untilNanos = untilNanos;
        }

        /** What is held. */
        public ConsumerRecord<byte[], byte[]> record() {
            return record;
        }

        /** The how-manieth delivery it is. */
        public int deliveries() {
            return deliveries;
        }
    }

    /** A group that reads from the first record on. */
    public ShareQueue(TopicPartition partition, Log log, Ticker clock, Duration lock, ShareWatch watch) {
        this.partition = partition;
        this.log = log;
        this.clock = clock;
        this.lock = lock;
        this.watch = watch;
    }

    /** The work topic's only partition. */
    public TopicPartition partition() {
        return partition;
    }

    /** Takes the first record that is available. */
    public Optional<Grip> take() {
        settleLapsed();
        for (int offset = front; offset < entries.size(); offset++) {
            Entry entry = entries.get(offset);
            Optional<ConsumerRecord<byte[], byte[]>> record = log.at(offset);
            if (!entry.done && entry.holder == null && record.isPresent()) {
                entry.deliveries++;
                Grip grip = new Grip(record.orElseThrow(), entry.deliveries, clock.nanos() + lock.toNanos());
                entry.holder = grip;
                return Optional.of(grip);
            }
        }
        return Optional.empty();
    }

    /** Runs a lock anew; false if it was lost. */
    public boolean renew(Grip grip) {
        settleLapsed();
        if (entryOf(grip).holder != grip) {
            return false;
        }
        grip.untilNanos = clock.nanos() + lock.toNanos();
        return true;
    }

    /** Is done with a record; false if its lock was lost. */
    public boolean accept(Grip grip) {
        settleLapsed();
        Entry entry = entryOf(grip);
        if (entry.holder != grip) {
            return false;
        }
        entry.done = true;
        entry.holder = null;
        watch.accepted(grip.record);
        advance();
        return true;
    }

    /** Gives a record back; also when its member's connection has ended. */
    public void release(Grip grip) {
        Entry entry = entryOf(grip);
        if (entry.holder == grip) {
            makeAvailable(grip);
            advance();
        }
    }

    /** The first record that is not done with, as others are told: it was so before the last change. */
    public long writtenFront() {
        settleLapsed();
        return writtenFront;
    }

    /** How many records are not done with. */
    public long lag() {
        settleLapsed();
        return entries.stream().skip(front).filter(entry -> !entry.done).count();
    }

    private void settleLapsed() {
        while (entries.size() < log.end()) {
            entries.add(new Entry());
        }
        for (int offset = front; offset < entries.size(); offset++) {
            Entry entry = entries.get(offset);
            Grip holder = entry.holder;
            if (holder != null && clock.nanos() - holder.untilNanos >= 0) {
                watch.lapsed(holder.record);
                makeAvailable(holder);
            }
            if (offset < log.start() && entry.holder == null) {
                entry.done = true;
            }
        }
        if (front < entries.size() && entries.get(front).done) {
            advance();
        }
    }

    private void makeAvailable(Grip grip) {
        Entry entry = entryOf(grip);
        entry.holder = null;
        entry.done = entry.deliveries >= DELIVERY_LIMIT;
        if (entry.done) {
            watch.archived(grip.record);
        }
    }

    private void advance() {
        writtenFront = front;
        while (front < entries.size() && entries.get(front).done) {
            front++;
        }
    }

    private Entry entryOf(Grip grip) {
        return entries.get((int) grip.record.offset());
    }
}
