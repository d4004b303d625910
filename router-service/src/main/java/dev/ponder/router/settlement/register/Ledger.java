package dev.ponder.router.settlement.register;

import dev.ponder.router.settlement.decision.SettledIds;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/**
 * What is settled in each partition that this router owns: dropped when the partition goes, read from the register before the
 * first outcome after it came. The settlement thread alone; the listener's methods too, which Kafka calls within poll.
 */
public final class Ledger implements ConsumerRebalanceListener {

    private final RegisterReader register;
    private final Map<Integer, SettledIds> owned = new HashMap<>();
    private final Set<TopicPartition> awaited = new HashSet<>();

    /** Owns nothing yet. */
    public Ledger(RegisterReader register) {
        this.register = register;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        awaited.addAll(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(this::drop);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        partitions.forEach(this::drop);
    }

    private void drop(TopicPartition partition) {
        awaited.remove(partition);
        owned.remove(partition.partition());
    }

    /**
     * Reads the register for what was assigned since the last call. The order counts: asking for the committed offsets first
     * waits until the former owner's transaction over them is decided, so what it settled lies before the register's end.
     */
    public void restoreAssigned(Consumer<byte[], byte[]> outcomes) {
        if (awaited.isEmpty()) {
            return;
        }
        outcomes.committed(Set.copyOf(awaited));
        owned.putAll(
                register.read(awaited.stream().map(TopicPartition::partition).toList()));
        awaited.clear();
    }

    /** What is settled in an owned partition. */
    public SettledIds of(int partition) {
        SettledIds ids = owned.get(partition);
        if (ids == null) {
            throw new IllegalStateException("partition " + partition + " was not restored");
        }
        return ids;
    }

    /** Frees what is past its time. */
    public void forgetOld(Instant now) {
        owned.values().forEach(ids -> ids.forgetOld(now));
    }

    /** How many settled ids are held. */
    public int size() {
        return owned.values().stream().mapToInt(SettledIds::size).sum();
    }
}
