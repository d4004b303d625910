package dev.ponder.workqueue.share;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.workqueue.WorkItem;
import dev.ponder.workqueue.record.WorkItems;
import dev.ponder.workqueue.slot.Grip;
import dev.ponder.workqueue.slot.Lane;
import dev.ponder.workqueue.slot.QueueParts;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One lane's group as this process sees it: a member that polls, one for each record in hand, and some that wait for their turn. Any
 * thread, but one takes at a time.
 *
 * <p>The poll goes on while slots come and go. Where none waits for it for a while, its member leaves, so that the broker gives what it
 * may have brought to others; and should that record's lock have lapsed before, it is another's: a record that lay for long is renewed
 * before it is believed.
 */
final class ShareLane implements Lane {

    private static final System.Logger LOGGER = System.getLogger(ShareLane.class.getName());
    /** Clocks of who appends records and who takes them may differ by this much. */
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);

    /** Until the broker has said what the lock is: the least that it allows, a second, stands in. */
    private static final Duration SHORTEST_LOCK = Duration.ofSeconds(1);
    /** For how long nobody may wait for a poll: longer than a slot pauses between two looks at a lane. */
    private static final long ABANDONED_NANOS = Duration.ofSeconds(1).toNanos();

    private static final Duration ENDING = Duration.ofSeconds(10);

    private final LaneMembers members;
    private final BrokerReach reach;
    private final QueueParts parts;
    private final Ticker ticker;
    private @Nullable LongPoll poll;
    private boolean watched;
    private long watchedNanos;

    ShareLane(Supplier<Member> join, BrokerReach reach, QueueParts parts) {
        this.members = new LaneMembers(join, parts.ticker());
        this.reach = reach;
        this.parts = parts;
        this.ticker = parts.ticker();
    }

    @Override
    public void admit() {
        members.admit();
    }

    @Override
    public @Nullable Grip take(Duration patience) throws InterruptedException {
        LongPoll current = watch();
        if (current == null) {
            current = begun();
        }
        if (current == null) {
            return null;
        }
        try {
            LongPoll.Brought brought = current.await(patience).orElse(null);
            return brought == null ? null : held(current.member(), brought);
        } finally {
            unwatch(current);
        }
    }

    private synchronized @Nullable LongPoll watch() {
        watched = poll != null;
        return poll;
    }

    private @Nullable LongPoll begun() throws InterruptedException {
        Member member = members.next();
        if (member == null && !reach.answers()) {
            return null;
        }
        LongPoll begun = LongPoll.start(
                member == null ? members.join() : member,
                members,
                ticker,
                parts.rim().workers());
        synchronized (this) {
            poll = begun;
            watched = true;
        }
        return begun;
    }

    private synchronized void unwatch(LongPoll current) {
        watched = false;
        watchedNanos = ticker.nanos();
        if (current.isSpent()) {
            poll = null;
        }
    }

    private @Nullable Grip held(Member member, LongPoll.Brought brought) {
        try {
            return believed(member, brought);
        } catch (RuntimeException e) { // Nobody would ever let go of the record.
            members.leave(member);
            throw e;
        }
    }

    private @Nullable Grip believed(Member member, LongPoll.Brought brought) {
        Duration lock = member.consumer()
                .acquisitionLockTimeoutMs()
                .map(Duration::ofMillis)
                .orElse(SHORTEST_LOCK);
        WorkItem item =
                WorkItems.of(brought.record()).countedSince(member.joinedAt().plus(CLOCK_SLACK));
        ShareGrip grip = new ShareGrip(member, brought.record(), item, lock.dividedBy(3), members);
        boolean layLong = ticker.nanos() - brought.atNanos() > grip.renewEvery().toNanos();
        if (layLong && !grip.renew()) {
            parts.counts().stale();
            grip.close();
            return null;
        }
        return grip;
    }

    @Override
    public void tend() {
        members.tend();
        LongPoll unfit = unfit();
        if (unfit != null) {
            unfit.abandon();
        }
    }

    /** The poll whose member has lost its broker, or for which nobody waits any more. */
    private synchronized @Nullable LongPoll unfit() {
        LongPoll current = poll;
        if (current == null || (watched && current.isOver())) {
            return null;
        }
        if (!watched && ticker.nanos() - watchedNanos > ABANDONED_NANOS) {
            poll = null;
            return current;
        }
        return current.member().connection().isCut() ? current : null;
    }

    @Override
    public void leave() {
        if (!members.retire()) {
            return;
        }
        LongPoll last = detach();
        if (last != null) {
            last.abandon();
            join(last);
        }
    }

    private synchronized @Nullable LongPoll detach() {
        LongPoll current = poll;
        poll = null;
        return current;
    }

    private static void join(LongPoll last) {
        try {
            last.join(ENDING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            LOGGER.log(Level.WARNING, "leaves a poll behind", e);
        }
    }
}
