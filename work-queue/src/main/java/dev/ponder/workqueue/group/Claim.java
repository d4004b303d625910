package dev.ponder.workqueue.group;

import dev.ponder.workqueue.WorkItem;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * A partition while this process owns it: what is open in it, how often that was delivered, and whether it is still owned. The fetcher's
 * thread opens, commits and loses, the slots begin, close and ask.
 */
final class Claim {

    private final CommitFrontier frontier;
    /** Deliveries to members before, of what was not fetched yet. Touched by the fetcher alone. */
    private final SortedMap<Long, Integer> before;
    /** Deliveries of what is open, this one included; guarded by the claim. */
    private final SortedMap<Long, Integer> delivered = new TreeMap<>();
    /** What slots have taken of that; guarded by the claim. */
    private final Set<Long> begun = new HashSet<>();

    private volatile boolean lost;
    /** What was committed last. Touched by the fetcher alone. */
    private OffsetAndMetadata committed;

    /**
     * Begins at the first offset that was fetched.
     *
     * @param before how often open records had been delivered to others, by offset
     */
    Claim(long position, SortedMap<Long, Integer> before) {
        this.frontier = new CommitFrontier(position);
        this.before = new TreeMap<>(before);
        this.committed = new OffsetAndMetadata(position);
    }

    boolean isLost() {
        return lost;
    }

    void lose() {
        lost = true;
    }

    /** Notes a fetched record as open; says which delivery of it this is. */
    synchronized int open(WorkItem item) {
        long offset = item.ref().offset();
        frontier.open(offset);
        Integer earlier = before.remove(offset);
        int count = (earlier == null ? 0 : earlier) + 1;
        delivered.put(offset, count);
        return count;
    }

    /** Notes that a slot works on a record from here on. */
    synchronized void begin(WorkItem item) {
        begun.add(item.ref().offset());
        delivered.computeIfPresent(item.ref().offset(), (_, _) -> item.deliveryCount());
    }

    synchronized void close(WorkItem item) {
        frontier.close(item.ref().offset());
        delivered.remove(item.ref().offset());
        begun.remove(item.ref().offset());
    }

    /**
     * What to commit, unless it is committed already: everything below it is settled, and what is open was delivered so often.
     *
     * @param leaving whether this process gives the partition up, so that what no slot has taken counts as not delivered
     */
    synchronized Optional<OffsetAndMetadata> news(boolean leaving) {
        SortedMap<Long, Integer> counts = new TreeMap<>(before);
        delivered.forEach((offset, count) -> {
            int known = leaving && !begun.contains(offset) ? count - 1 : count;
            if (known > 0) {
                counts.put(offset, known);
            }
        });
        long offset = frontier.frontier();
        OffsetAndMetadata now = new OffsetAndMetadata(offset, DeliveryMarks.write(offset, counts.tailMap(offset)));
        return now.equals(committed) ? Optional.empty() : Optional.of(now);
    }

    void committed(OffsetAndMetadata now) {
        committed = now;
    }
}
