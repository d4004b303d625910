package dev.ponder.simulation.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** One partition: records by offset, cut from the front. Readers see what is committed, and stop at what is not decided. */
public final class Log {

    private final List<Entry> entries = new ArrayList<>();
    private long start;

    private record Entry(
            ConsumerRecord<byte[], byte[]> record, @Nullable Transaction within) {}

    /**
     * What was read.
     *
     * @param next where reading goes on: behind what was aborted too
     */
    public record Reading(List<ConsumerRecord<byte[], byte[]>> records, long next) {}

    void append(ConsumerRecord<byte[], byte[]> record, @Nullable Transaction within) {
        entries.add(new Entry(record, within));
    }

    /** The next offset. */
    public long end() {
        return entries.size();
    }

    /** The first offset that is still there. */
    public long start() {
        return start;
    }

    /** Deletes what lies below an offset. */
    public void cut(long before) {
        start = Math.max(start, Math.min(before, end()));
    }

    /** The record at an offset, unless it is gone or not there yet. */
    public Optional<ConsumerRecord<byte[], byte[]>> at(long offset) {
        return offset >= start && offset < end()
                ? Optional.of(entries.get((int) offset).record())
                : Optional.empty();
    }

    /** Committed records from an offset on, at most so many. */
    public Reading read(long from, int most) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        long next = Math.max(from, start);
        while (next < end() && records.size() < most) {
            Entry entry = entries.get((int) next);
            Transaction within = entry.within();
            if (within != null && within.isUndecidedIn(this)) {
                break;
            }
            next++;
            if (within == null || within.isCommitted()) {
                records.add(entry.record());
            }
        }
        return new Reading(records, next);
    }

    /** The first offset whose record is as new as this, or none. */
    public Optional<Long> firstSince(long millis) {
        for (long offset = start; offset < end(); offset++) {
            if (entries.get((int) offset).record().timestamp() >= millis) {
                return Optional.of(offset);
            }
        }
        return Optional.empty();
    }
}
