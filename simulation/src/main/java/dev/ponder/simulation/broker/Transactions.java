package dev.ponder.simulation.broker;

import dev.ponder.simulation.time.Agenda;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/** The transaction coordinator: one producer an id may write, the last one that took the id over; what lasts too long is aborted. */
public final class Transactions {

    private final Agenda agenda;
    private final Progress progress;
    private final BrokerWatch watch;
    private final Supplier<Duration> markerDelay;
    private final Supplier<Duration> timeout;
    private final Map<String, Integer> epochs = new HashMap<>();
    private final Map<String, Transaction> current = new HashMap<>();
    private final Set<Transaction> incomplete = new LinkedHashSet<>();
    private long aborted;

    Transactions(Agenda agenda, Progress progress, BrokerWatch watch, BrokerTimes times) {
        this.agenda = agenda;
        this.progress = progress;
        this.watch = watch;
        this.markerDelay = times.markerDelay();
        this.timeout = times.transactionTimeout();
    }

    /** Takes an id over: what its former producer left open is aborted, and that producer fenced. */
    public int init(String id) {
        Transaction open = current.get(id);
        if (open != null && open.isOpen()) {
            decide(open, false);
        }
        return epochs.merge(id, 1, Integer::sum);
    }

    /** Whether the last transaction of an id is over in every partition. */
    public boolean isComplete(String id) {
        Transaction last = current.get(id);
        return last == null || last.isComplete();
    }

    /** Opens a transaction. */
    public Transaction begin(String id, int epoch) {
        requireCurrent(id, epoch);
        Transaction begun = new Transaction();
        current.put(id, begun);
        incomplete.add(begun);
        agenda.after(timeout.get(), () -> {
            if (begun.isOpen()) {
                epochs.merge(id, 1, Integer::sum);
                decide(begun, false);
            }
        });
        return begun;
    }

    /** Adds a group's progress to a transaction. */
    public void add(
            Transaction transaction,
            String id,
            int epoch,
            String group,
            Map<TopicPartition, OffsetAndMetadata> offsets) {
        requireCurrent(id, epoch);
        transaction.got(group, offsets);
    }

    /** Commits; from here on nothing can undo it. */
    public void commit(@Nullable Transaction transaction, String id, int epoch) {
        requireCurrent(id, epoch);
        if (transaction != null && transaction.isOpen()) {
            decide(transaction, true);
        }
    }

    /** Refuses who was fenced. */
    public void requireCurrent(String id, int epoch) {
        if (epochs.getOrDefault(id, 0) != epoch) {
            throw new ProducerFencedException("another producer has taken over " + id);
        }
    }

    /** Whether a transaction is under way that may move a group's progress in a partition. */
    public boolean isUndecided(String group, TopicPartition partition) {
        return incomplete.stream().anyMatch(one -> one.isUndecidedFor(group, partition));
    }

    /** How many were aborted. */
    public long aborted() {
        return aborted;
    }

    private void decide(Transaction transaction, boolean committed) {
        transaction.decide(committed);
        if (committed) {
            transaction.records().forEach(watch::appended);
        } else {
            aborted++;
        }
        for (Log log : transaction.toMark()) {
            agenda.after(markerDelay.get(), () -> marked(transaction, () -> transaction.mark(log)));
        }
        agenda.after(markerDelay.get(), () -> marked(transaction, () -> transaction.markOffsets(progress)));
    }

    private void marked(Transaction transaction, Runnable mark) {
        mark.run();
        if (transaction.isComplete()) {
            incomplete.remove(transaction);
        }
    }
}
