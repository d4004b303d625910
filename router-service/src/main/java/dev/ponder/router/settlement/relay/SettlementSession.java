package dev.ponder.router.settlement.relay;

import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.router.settlement.decision.Book;
import dev.ponder.router.settlement.decision.Decision;
import dev.ponder.router.settlement.decision.OpenWork;
import dev.ponder.router.settlement.liveness.Trimming;
import dev.ponder.router.settlement.register.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Settlement between two failures: a consumer and a ledger that belong together, and a publication. After any failure all are
 * given up, and a new session goes on from what Kafka holds: one way to recover, always taken. The settlement thread alone.
 */
final class SettlementSession implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(SettlementSession.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration CLOSE = Duration.ofSeconds(5);
    private static final long QUIET_NANOS = Duration.ofMillis(200).toNanos();
    private static final Batch NOTHING = new Batch(List.of(), Map.of());

    private final Consumer<byte[], byte[]> outcomes;
    private final Publication publication;
    private final Ledger ledger;
    private final BatchDecider decider;
    private final SettlementMeters meters;
    private final Lookout lookout;
    private final Ticker ticker;
    /** Decided, but not durable yet: what nobody outside waits for goes with the next batch that somebody does. */
    private Batch waiting = NOTHING;

    private long waitingSinceNanos;
    private int waitingMoves;
    private CloseOptions.GroupMembershipOperation atClose = CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP;

    SettlementSession(
            Consumer<byte[], byte[]> outcomes,
            Publication publication,
            Ledger ledger,
            BatchDecider decider,
            SettlementMeters meters,
            Lookout lookout,
            Ticker ticker) {
        this.outcomes = outcomes;
        this.publication = publication;
        this.ledger = ledger;
        this.decider = decider;
        this.meters = meters;
        this.lookout = lookout;
        this.ticker = ticker;
        outcomes.subscribe(List.of(Topics.OUTCOMES), ledger);
    }

    /** Settles what has arrived, waiting a moment if nothing has; says how many records it was. */
    int turn() {
        ConsumerRecords<byte[], byte[]> records = outcomes.poll(POLL);
        ledger.restoreAssigned(outcomes);
        if (waitingMoves != ledger.moves()) {
            waiting = NOTHING;
        }
        if (!records.isEmpty()) {
            take(records);
        }
        if (isDue()) {
            settle();
        }
        lookout.look(ledger, outcomes);
        return records.count();
    }

    /**
     * What work is under way, or was taken back before it came, is known at once, since the next poll may bring the other of the two: if it
     * does not become durable, the session ends and all is read anew.
     */
    private void take(ConsumerRecords<byte[], byte[]> records) {
        Batch batch = decider.decide(records, ledger);
        batch.decided().forEach(this::note);
        if (waiting.decided().isEmpty()) {
            waitingSinceNanos = ticker.nanos();
            waitingMoves = ledger.moves();
        }
        waiting = waiting.then(batch);
    }

    private boolean isDue() {
        boolean old = ticker.nanos() - waitingSinceNanos >= QUIET_NANOS;
        return !waiting.decided().isEmpty() && (old || !waiting.isQuiet());
    }

    private void settle() {
        long startedNanos = ticker.nanos();
        Instant now = ticker.now();
        Batch decided = waiting;
        Batch batch = decided.noting(partition -> Trimming.oldest(leftBy(decided, partition), now));
        waiting = NOTHING;
        try {
            publication.publish(batch, outcomes);
        } finally {
            batch.endSpans();
        }
        batch.decided().forEach(this::remember);
        ledger.forgetOld(ticker.now());
        meters.durable(batch, Duration.ofNanos(ticker.nanos() - startedNanos));
    }

    /** What is under way once a batch is durable: a partition that then goes quiet keeps its note for as long. */
    private List<OpenWork> leftBy(Batch batch, int partition) {
        Set<String> ended = batch.settledIn(partition);
        return ledger.of(partition).underWay().entrySet().stream()
                .filter(work -> !ended.contains(work.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private void note(Decided decided) {
        Book book = ledger.of(decided.record().partition());
        switch (decided.decision()) {
            case Decision.Noted(RequestKey _, String digest, OpenWork work) -> book.open(digest, work);
            case Decision.Withdrawn(RequestKey _, String digest, Instant at) -> book.withdraw(digest, at);
            case Decision.Settled _,
                    Decision.Duplicate _,
                    Decision.Fenced _,
                    Decision.Overtaken _,
                    Decision.Refused _ -> {}
        }
    }

    private void remember(Decided decided) {
        ConsumerRecord<byte[], byte[]> record = decided.record();
        switch (decided.decision()) {
            case Decision.Settled settled -> ledger.of(record.partition()).settle(settled.digest(), settled.at());
            case Decision.Duplicate _,
                    Decision.Fenced _,
                    Decision.Noted _,
                    Decision.Withdrawn _,
                    Decision.Overtaken _ -> {}
            case Decision.Refused(Fault fault) ->
                LOGGER.warnf(
                        "an outcome at partition %d, offset %d went to the dead letters: %s",
                        record.partition(), record.offset(), fault.message());
        }
    }

    /** Says that this router goes for good, so that its partitions move at once. */
    void leave() {
        atClose = CloseOptions.GroupMembershipOperation.LEAVE_GROUP;
    }

    @Override
    public void close() {
        lookout.end();
        outcomes.close(CloseOptions.timeout(CLOSE).withGroupMembershipOperation(atClose));
    }
}
