package dev.ponder.workqueue.share;

import dev.ponder.mechanics.time.Ticker;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * The members of one lane's group that hold no record, the one that polled last in front. Any thread; a member that was taken is the
 * taker's alone until it is given back.
 */
final class LaneMembers {

    private static final System.Logger LOGGER = System.getLogger(LaneMembers.class.getName());
    private static final Duration LEAVING = Duration.ofSeconds(5);
    /** For how long nobody may go on with a fetch that was left behind: longer than a slot pauses between two polls of a lane. */
    private static final long ABANDONED_NANOS = Duration.ofSeconds(1).toNanos();

    /** Every slot tends; once for all of them is enough. */
    private static final long TEND_NANOS = Duration.ofMillis(400).toNanos();

    private final Supplier<Member> join;
    private final Ticker ticker;
    private final Deque<Member> idle = new ArrayDeque<>();
    private long tendedNanos;
    private boolean ended;

    LaneMembers(Supplier<Member> join, Ticker ticker) {
        this.join = join;
        this.ticker = ticker;
        this.tendedNanos = ticker.nanos();
    }

    /** Adds a member for one more slot. */
    void admit() {
        rest(join.get());
    }

    /** Joins the group anew, for the caller. */
    Member join() {
        return join.get();
    }

    /** The member whose fetch is with the broker, else any that has its broker; null if all have gone. */
    @Nullable
    Member next() {
        Member member = taken();
        while (member != null && member.connection().isCut()) {
            leave(member);
            member = taken();
        }
        return member;
    }

    private synchronized @Nullable Member taken() {
        return idle.pollFirst();
    }

    /** Takes back a member whose poll brought nothing, and whose fetch goes on. */
    void leftBehind(Member member) {
        rest(member.polledAt(ticker.nanos()));
    }

    /** Takes back a member whose record is settled: it fetches nothing. */
    void settled(Member member) {
        rest(member.withoutFetch());
    }

    private void rest(Member member) {
        if (!rests(member)) {
            leave(member);
        }
    }

    private synchronized boolean rests(Member member) {
        if (ended) {
            return false;
        }
        if (member.fetches()) {
            idle.addFirst(member);
        } else {
            idle.addLast(member);
        }
        return true;
    }

    /** Gives up members that have lost their broker, and one whose fetch nobody goes on with. */
    void tend() {
        unfit(ticker.nanos()).forEach(this::leave);
    }

    private synchronized List<Member> unfit(long now) {
        if (now - tendedNanos < TEND_NANOS) {
            return List.of();
        }
        tendedNanos = now;
        List<Member> unfit = idle.stream()
                .filter(member -> member.connection().isCut() || isAbandoned(member, now))
                .toList();
        idle.removeAll(unfit);
        return unfit;
    }

    private static boolean isAbandoned(Member member, long now) {
        return member.fetches() && now - member.polledNanos() > ABANDONED_NANOS;
    }

    /** Leaves with all that rest, and with whatever comes to rest later. */
    void leaveAll() {
        end();
        for (Member member = taken(); member != null; member = taken()) {
            leave(member);
        }
    }

    private synchronized void end() {
        ended = true;
    }

    /** Lets a member go, whatever state it is in; a record that it holds is open for others again. */
    void leave(Member member) {
        boolean cut = member.connection().isCut();
        if (cut) {
            LOGGER.log(Level.DEBUG, "a member has lost its broker; another joins when one answers");
        }
        try {
            member.consumer().close(cut ? Duration.ZERO : LEAVING);
        } catch (KafkaException e) {
            LOGGER.log(Level.WARNING, "left a share group without a goodbye; the broker finds out by itself", e);
        }
    }
}
