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
 * The members of one lane's group that hold no record and fetch none. Any thread; a member that was taken is the taker's alone until it is
 * given back.
 */
final class LaneMembers {

    private static final System.Logger LOGGER = System.getLogger(LaneMembers.class.getName());
    private static final Duration LEAVING = Duration.ofSeconds(5);
    /** Every slot tends; once for all of them is enough. */
    private static final long TEND_NANOS = Duration.ofMillis(400).toNanos();

    private final Supplier<Member> join;
    private final Ticker ticker;
    private final Deque<Member> idle = new ArrayDeque<>();
    private long tendedNanos;
    private int slots;

    LaneMembers(Supplier<Member> join, Ticker ticker) {
        this.join = join;
        this.ticker = ticker;
        this.tendedNanos = ticker.nanos();
    }

    /** Adds a member for one more slot. */
    void admit() {
        entered();
        rest(join.get());
    }

    private synchronized void entered() {
        slots++;
    }

    /** Joins the group anew, for the caller. */
    Member join() {
        return join.get();
    }

    /** A member that has its broker; null if all are at work or have gone. */
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

    /** Takes a member back whose record is settled. */
    void rest(Member member) {
        if (!rests(member)) {
            leave(member);
        }
    }

    private synchronized boolean rests(Member member) {
        return slots > 0 && idle.add(member);
    }

    /** Gives up members that have lost their broker. */
    void tend() {
        cut(ticker.nanos()).forEach(this::leave);
    }

    private synchronized List<Member> cut(long now) {
        if (now - tendedNanos < TEND_NANOS) {
            return List.of();
        }
        tendedNanos = now;
        List<Member> cut =
                idle.stream().filter(member -> member.connection().isCut()).toList();
        idle.removeAll(cut);
        return cut;
    }

    /** Leaves with one member for a slot that ends; with all that rest, now or later, for the last; whether it was that. */
    boolean retire() {
        boolean last = retired();
        for (Member member = taken(); member != null; member = last ? taken() : null) {
            leave(member);
        }
        return last;
    }

    private synchronized boolean retired() {
        slots--;
        return slots == 0;
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
