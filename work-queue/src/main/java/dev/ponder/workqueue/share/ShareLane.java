package dev.ponder.workqueue.share;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.workqueue.WorkItem;
import dev.ponder.workqueue.record.WorkItems;
import dev.ponder.workqueue.slot.Grip;
import dev.ponder.workqueue.slot.Lane;
import dev.ponder.workqueue.slot.QueueCounts;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * One lane's group as this process sees it. Any thread, but one takes at a time.
 *
 * <p>Seen on client and broker 4.2.1: a poll that ends empty leaves a fetch with the broker, which the client repeats until it has
 * brought something. So the member that polled last without success locks the lane's next record, whoever polls by then. Hence the
 * members belong to the lane and not to its slots: the next to poll goes on with that same member. Where nobody does for a while, the
 * member leaves, and the broker gives what its fetch has locked to others; and should the lock have lapsed before, the record, which the
 * client still returns, is another's: a first record after a pause is renewed before it is believed.
 */
final class ShareLane implements Lane {

    /** Clocks of who appends records and who takes them may differ by this much. */
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);

    /** Until the broker has said what the lock is: the least that it allows, a second, stands in. */
    private static final Duration SHORTEST_LOCK = Duration.ofSeconds(1);

    private final LaneMembers members;
    private final BrokerReach reach;
    private final Ticker ticker;
    private final QueueCounts counts;

    ShareLane(Supplier<Member> join, BrokerReach reach, Ticker ticker, QueueCounts counts) {
        this.members = new LaneMembers(join, ticker);
        this.reach = reach;
        this.ticker = ticker;
        this.counts = counts;
    }

    @Override
    public void admit() {
        members.admit();
    }

    @Override
    public @Nullable Grip take(Duration patience) throws InterruptedException {
        Member member = members.next();
        if (member == null && !reach.answers()) {
            return null;
        }
        return polled(member == null ? members.join() : member, patience);
    }

    private @Nullable Grip polled(Member member, Duration patience) throws InterruptedException {
        Grip grip = null;
        boolean sound = false;
        try {
            grip = believed(member, patience);
            sound = true;
            return grip;
        } catch (InterruptException e) {
            Thread.interrupted(); // The client has set the flag again; the exception says it from here on.
            throw interrupted(e);
        } finally {
            if (!sound) {
                members.leave(member); // Whatever state the client is in, a new member starts from a known one.
            } else if (grip == null) {
                members.leftBehind(member);
            }
        }
    }

    private @Nullable Grip believed(Member member, Duration patience) {
        ShareConsumer<byte[], byte[]> client = member.consumer();
        long unwatchedNanos = member.fetches() ? ticker.nanos() - member.polledNanos() : 0;
        ConsumerRecord<byte[], byte[]> record = first(client.poll(patience));
        if (record == null) {
            return null;
        }
        Duration lock =
                client.acquisitionLockTimeoutMs().map(Duration::ofMillis).orElse(SHORTEST_LOCK);
        WorkItem item = WorkItems.of(record).countedSince(member.joinedAt().plus(CLOCK_SLACK));
        ShareGrip grip = new ShareGrip(member, record, item, lock.dividedBy(3), members);
        if (unwatchedNanos > lock.dividedBy(3).toNanos() && !grip.renew()) {
            counts.stale();
            return null;
        }
        return grip;
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
    public void tend() {
        members.tend();
    }

    @Override
    public void leave() {
        members.leaveAll();
    }
}
