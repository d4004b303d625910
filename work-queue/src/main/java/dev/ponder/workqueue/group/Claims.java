package dev.ponder.workqueue.group;

import dev.ponder.workqueue.WorkItem;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;

/**
 * The partitions that one membership owns. Touched by the fetcher's thread alone.
 *
 * <p>When a partition is revoked, what is settled so far is committed and the rest is dropped: records that wait are not begun, running
 * work is told that it is fenced, and the next owner begins at the oldest open record.
 */
final class Claims implements ConsumerRebalanceListener {

    private static final System.Logger LOGGER = System.getLogger(Claims.class.getName());

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Claim> owned = new HashMap<>();
    /** Deliveries to the owners before, by offset, of what they left open. */
    private final Map<TopicPartition, SortedMap<Long, Integer>> before = new HashMap<>();

    Claims(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Notes a fetched record as open. */
    Fetched opened(WorkItem item) {
        TopicPartition partition =
                new TopicPartition(item.ref().topic(), item.ref().partition());
        Claim claim = owned.computeIfAbsent(
                partition, _ -> new Claim(item.ref().offset(), before.getOrDefault(partition, new TreeMap<>())));
        return Fetched.first(item, claim);
    }

    /**
     * Commits what has become safe, and what was delivered, since the last time; whether that is so now. During a rebalance it waits
     * for the next turn.
     */
    boolean commit() {
        return commit(Set.of());
    }

    /** The same before all is given up: what was fetched and not begun counts as not delivered. */
    void commitAndLeave() {
        if (!commit(Set.copyOf(owned.keySet()))) {
            LOGGER.log(Level.DEBUG, "left in a rebalance; what was settled last may come again");
        }
    }

    private boolean commit(Collection<TopicPartition> leaving) {
        Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>();
        owned.forEach((partition, claim) ->
                claim.news(leaving.contains(partition)).ifPresent(now -> commits.put(partition, now)));
        if (commits.isEmpty()) {
            return true;
        }
        try {
            consumer.commitSync(commits);
            commits.forEach(this::noteCommitted);
            return true;
        } catch (RebalanceInProgressException e) {
            LOGGER.log(Level.DEBUG, "a rebalance is under way; commits in the next turn", e);
            return false;
        }
    }

    private void noteCommitted(TopicPartition partition, OffsetAndMetadata now) {
        Claim claim = owned.get(partition);
        if (claim != null) {
            claim.committed(now);
        }
    }

    /** A claim begins with the first record that is fetched, which says where; how often what is open came before is told here. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        consumer.committed(Set.copyOf(partitions)).forEach((partition, committed) -> {
            if (committed != null) {
                before.put(partition, DeliveryMarks.read(committed.offset(), committed.metadata()));
            }
        });
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (!commit(partitions)) {
            LOGGER.log(Level.DEBUG, "revoked in a rebalance; what was settled last may come again");
        }
        lose(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        lose(partitions);
    }

    void loseAll() {
        lose(List.copyOf(owned.keySet()));
    }

    private void lose(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            before.remove(partition);
            Claim claim = owned.remove(partition);
            if (claim != null) {
                claim.lose();
            }
        }
    }
}
