package dev.ponder.workqueue.share;

import dev.ponder.workqueue.Verdict;
import dev.ponder.workqueue.WorkItem;
import dev.ponder.workqueue.slot.Grip;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicIdPartition;

/**
 * A record that this member has acquired. Owned by the slot's thread.
 *
 * <p>Renewal (KIP-1222), as seen on client and broker 4.2.1 with no switch set: after {@code acknowledge(RENEW)} and {@code commitSync}
 * the lock runs anew, but the record can't be acknowledged again (IllegalStateException) until the next poll has returned it, which it
 * does at once, with the same delivery count, and without asking the broker for another. A poll that comes before the renewal is
 * committed does ask, and locks a second record behind the long job. So a renewal is all three calls in this order. A lock that had
 * lapsed shows as InvalidRecordStateException in what {@code commitSync} returns.
 */
final class ShareGrip implements Grip {

    private static final System.Logger LOGGER = System.getLogger(ShareGrip.class.getName());
    private static final Duration COMMIT_PATIENCE = Duration.ofSeconds(10);
    /** One was always enough; the rest only guard against a renewal that the client has not yet noticed. */
    private static final int POLLS_FOR_RENEWED = 3;

    private final Member holder;
    private final ShareConsumer<byte[], byte[]> member;
    private final WorkItem item;
    private final Duration renewEvery;
    private final LaneMembers members;
    private boolean mayFetch;
    private boolean settled;
    private boolean closed;
    private ConsumerRecord<byte[], byte[]> record;

    ShareGrip(
            Member holder,
            ConsumerRecord<byte[], byte[]> record,
            WorkItem item,
            Duration renewEvery,
            LaneMembers members) {
        this.holder = holder;
        this.member = holder.consumer();
        this.record = record;
        this.item = item;
        this.renewEvery = renewEvery;
        this.members = members;
    }

    @Override
    public WorkItem item() {
        return item;
    }

    @Override
    public Duration renewEvery() {
        return renewEvery;
    }

    @Override
    public boolean isLost() {
        return holder.connection().isCut();
    }

    @Override
    public boolean renew() {
        return acknowledged(AcknowledgeType.RENEW, renewEvery) && tookBack();
    }

    @Override
    public boolean settle(Verdict verdict) {
        settled = acknowledged(type(verdict), COMMIT_PATIENCE);
        return settled;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (settled && !mayFetch) {
            members.rest(holder);
        } else {
            members.leave(holder);
        }
    }

    private static AcknowledgeType type(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Done _ -> AcknowledgeType.ACCEPT;
            case Verdict.Release _ -> AcknowledgeType.RELEASE;
            case Verdict.Reject _ -> AcknowledgeType.REJECT;
        };
    }

    /** Any failure counts as loss: at worst the record is worked on again, and the worker knows. */
    private boolean acknowledged(AcknowledgeType type, Duration patience) {
        if (isLost()) {
            return false;
        }
        try {
            member.acknowledge(record, type);
            Map<TopicIdPartition, Optional<KafkaException>> results = member.commitSync(patience);
            results.values().stream()
                    .flatMap(Optional::stream)
                    .forEach(failure -> LOGGER.log(Level.DEBUG, () -> type + " of " + item.ref() + " failed", failure));
            return results.values().stream().noneMatch(Optional::isPresent);
        } catch (KafkaException | IllegalStateException e) {
            LOGGER.log(Level.WARNING, type + " of " + item.ref() + " failed", e);
            return false;
        }
    }

    private boolean tookBack() {
        for (int poll = 0; poll < POLLS_FOR_RENEWED; poll++) {
            for (ConsumerRecord<byte[], byte[]> again : member.poll(Duration.ZERO)) {
                if (again.offset() == record.offset() && again.partition() == record.partition()) {
                    record = again;
                    return true;
                }
                LOGGER.log(Level.WARNING, "{0} came in the place of a renewed record; released", again.offset());
                member.acknowledge(again, AcknowledgeType.RELEASE);
            }
            mayFetch = true; // A poll that did not bring the record back has asked for another.
        }
        return false;
    }
}
