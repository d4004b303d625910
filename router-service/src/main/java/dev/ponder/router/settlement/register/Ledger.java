package dev.ponder.router.settlement.register;

import dev.ponder.router.settlement.decision.Book;
import dev.ponder.router.settlement.decision.OpenWork;
import dev.ponder.router.settlement.liveness.Trimming;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How requests stand in each partition that this router owns: dropped when the partition goes, read from the register before the
 * first outcome after it came. The settlement thread alone; the listener's methods too, which Kafka calls within poll.
 */
public final class Ledger implements ConsumerRebalanceListener {

    private final RegisterReader register;
    private final Map<Integer, Book> owned = new HashMap<>();
    private final Set<TopicPartition> awaited = new HashSet<>();
    private int moves;

    /** Owns nothing yet. */
    public Ledger(RegisterReader register) {
        this.register = register;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        moves++;
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
        moves++;
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
        Map<TopicPartition, OffsetAndMetadata> reached = outcomes.committed(Set.copyOf(awaited));
        Map<Integer, Optional<Instant>> openSince = new HashMap<>();
        awaited.forEach(partition -> openSince.put(partition.partition(), openSince(reached.get(partition))));
        owned.putAll(register.read(openSince));
        awaited.clear();
    }

    private static Optional<Instant> openSince(@Nullable OffsetAndMetadata reached) {
        return reached == null ? Optional.empty() : Trimming.openSince(reached.metadata());
    }

    /** How requests stand in an owned partition. */
    public Book of(int partition) {
        Book book = owned.get(partition);
        if (book == null) {
            throw new IllegalStateException("partition " + partition + " was not restored");
        }
        return book;
    }

    /** Frees what is past its time. */
    public void forgetOld(Instant now) {
        owned.values().forEach(book -> book.forgetOld(now));
    }

    /** All work under way in owned partitions, by digest. */
    public Map<String, OpenWork> underWay() {
        Map<String, OpenWork> all = new HashMap<>();
        owned.values().forEach(book -> all.putAll(book.underWay()));
        return all;
    }

    /** How often partitions came or went: what was decided before a move is not to be published after it. */
    public int moves() {
        return moves;
    }

    /** How many settled ids are held. */
    public int size() {
        return owned.values().stream().mapToInt(Book::settledSize).sum();
    }
}
