package dev.ponder.workqueue.group;

import dev.ponder.workqueue.WorkItem;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    Claims(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** Notes a fetched record as open. */
    Fetched opened(WorkItem item) {
        TopicPartition partition =
                new TopicPartition(item.ref().topic(), item.ref().partition());
        Claim claim = owned.computeIfAbsent(partition, _ -> new Claim(item.ref().offset()));
        claim.open(item);
        return Fetched.first(item, claim);
    }

    /** Commits what has become safe since the last time. During a rebalance it waits for the next turn. */
    void commit() {
        Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>();
        owned.forEach((partition, claim) ->
                claim.news().ifPresent(offset -> commits.put(partition, new OffsetAndMetadata(offset))));
        if (commits.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(commits);
            commits.forEach((partition, offset) -> noteCommitted(partition, offset.offset()));
        } catch (RebalanceInProgressException e) {
            LOGGER.log(Level.DEBUG, "a rebalance is under way; commits in the next turn", e);
        }
    }

    private void noteCommitted(TopicPartition partition, long offset) {
        Claim claim = owned.get(partition);
        if (claim != null) {
            claim.committed(offset);
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        // A claim begins with the first record that is fetched, which says where.
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        commit();
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
            Claim claim = owned.remove(partition);
            if (claim != null) {
                claim.lose();
            }
        }
    }
}
