package dev.ponder.workqueue.share;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.workqueue.WorkItem;
import dev.ponder.workqueue.record.WorkItems;
import dev.ponder.workqueue.slot.Grip;
import dev.ponder.workqueue.slot.Lane;
import dev.ponder.workqueue.slot.QueueCounts;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * One slot's membership of one lane's group. Owned by the slot's thread.
 *
 * <p>Seen on client and broker 4.2.1: a poll that ends empty leaves a fetch with the broker, which may lock a record for a member
 * that looks again only later; the next poll returns it even when its lock has lapsed and another member has it. So a first record after
 * an empty poll and a pause is renewed before it is believed.
 */
final class ShareLane implements Lane {

    private static final System.Logger LOGGER = System.getLogger(ShareLane.class.getName());
    /** Clocks of who appends records and who takes them may differ by this much. */
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);

    private static final Duration LEAVING = Duration.ofSeconds(5);
    /** Until the broker has said what the lock is: the least that it allows, a second, stands in. */
    private static final Duration SHORTEST_LOCK = Duration.ofSeconds(1);

    private final Supplier<Member> join;
    private final BrokerReach reach;
    private final Ticker ticker;
    private final QueueCounts counts;
    private @Nullable Member member;
    private boolean fetchLeftBehind;
    private long polledNanos;

    ShareLane(Supplier<Member> join, BrokerReach reach, Ticker ticker, QueueCounts counts) {
        this.join = join;
        this.reach = reach;
        this.ticker = ticker;
        this.counts = counts;
        this.member = join.get();
    }

    @Override
    public @Nullable Grip take(Duration patience) throws InterruptedException {
        if (member == null && !reach.answers()) {
            return null;
        }
        try {
            return believed(joined(), patience);
        } catch (InterruptException e) {
            Thread.interrupted(); // The client has set the flag again; the exception says it from here on.
            throw interrupted(e);
        } catch (KafkaException | IllegalStateException e) {
            close(); // Whatever state the client is in, a new member starts from a known one.
            throw e;
        }
    }

    /** Gives the member up when it has lost its broker; a new one joins when a broker answers. */
    @Override
    public void tend() {
        Member current = member;
        if (current != null && current.connection().isCut()) {
            LOGGER.log(Level.DEBUG, "a member has lost its broker; another joins when one answers");
            leave(Duration.ZERO);
        }
    }

    private @Nullable Grip believed(Member current, Duration patience) {
        ShareConsumer<byte[], byte[]> polled = current.consumer();
        long sinceLastPollNanos = ticker.nanos() - polledNanos;
        boolean leftBehind = fetchLeftBehind;
        ConsumerRecord<byte[], byte[]> record = first(polled.poll(patience));
        polledNanos = ticker.nanos();
        fetchLeftBehind = record == null;
        if (record == null) {
            return null;
        }
        Duration lock =
                polled.acquisitionLockTimeoutMs().map(Duration::ofMillis).orElse(SHORTEST_LOCK);
        WorkItem item = WorkItems.of(record).countedSince(current.joinedAt().plus(CLOCK_SLACK));
        ShareGrip grip = new ShareGrip(current, record, item, lock.dividedBy(3));
        if (leftBehind && sinceLastPollNanos > lock.dividedBy(3).toNanos() && !grip.renew()) {
            counts.stale();
            return null;
        }
        return grip;
    }

    private Member joined() {
        Member current = member;
        if (current == null) {
            current = join.get();
            member = current;
            fetchLeftBehind = false;
        }
        return current;
    }

    private static @Nullable ConsumerRecord<byte[], byte[]> first(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        Iterator<ConsumerRecord<byte[], byte[]>> all = records.iterator();
        ConsumerRecord<byte[], byte[]> record = all.hasNext() ? all.next() : null;
        if (all.hasNext()) {
            throw new IllegalStateException(
                    "the broker gave two records to a slot that holds one: share.acquire.mode?");
        }
        return record;
    }

    private static InterruptedException interrupted(InterruptException cause) {
        InterruptedException interruption = new InterruptedException("while polling");
        interruption.initCause(cause);
        return interruption;
    }

    @Override
    public void close() {
        leave(LEAVING);
    }

    private void leave(Duration patience) {
        Member current = member;
        member = null;
        if (current == null) {
            return;
        }
        try {
            current.consumer().close(patience);
        } catch (KafkaException e) {
            LOGGER.log(Level.WARNING, "left a share group without a goodbye; the broker finds out by itself", e);
        }
    }
}
