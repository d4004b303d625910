package dev.ponder.simulation.broker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * One transaction (KIP-98). Once it is decided, each partition that it wrote to learns of it by a marker of its own, some sooner than
 * others; until then nobody reads on there.
 */
public final class Transaction {

    private enum State {
        OPEN,
        COMMITTED,
        ABORTED
    }

    private final Set<Log> unmarked = new LinkedHashSet<>();
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    private String group = "";
    private State state = State.OPEN;
    private boolean offsetsUnmarked;

    Transaction() {}

    void wrote(Log log, ConsumerRecord<byte[], byte[]> record) {
        unmarked.add(log);
        records.add(record);
    }

    void got(String reader, Map<TopicPartition, OffsetAndMetadata> reached) {
        group = reader;
        offsets.putAll(reached);
        offsetsUnmarked = true;
    }

    void decide(boolean committed) {
        state = committed ? State.COMMITTED : State.ABORTED;
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean isCommitted() {
        return state == State.COMMITTED;
    }

    boolean isUndecidedIn(Log log) {
        return isOpen() || unmarked.contains(log);
    }

    boolean isUndecidedFor(String reader, TopicPartition partition) {
        return offsetsUnmarked && group.equals(reader) && offsets.containsKey(partition);
    }

    /** Whether all is over and another may begin. */
    boolean isComplete() {
        return !isOpen() && unmarked.isEmpty() && !offsetsUnmarked;
    }

    List<ConsumerRecord<byte[], byte[]>> records() {
        return records;
    }

    List<Log> toMark() {
        return List.copyOf(unmarked);
    }

    void mark(Log log) {
        unmarked.remove(log);
    }

    void markOffsets(Progress progress) {
        offsetsUnmarked = false;
        if (isCommitted()) {
            progress.commit(group, offsets);
        }
    }
}
