package dev.ponder.simulation.broker;

import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.FencedInstanceIdException;

/**
 * A consumer group of static members that share one topic eagerly (classic protocol, KIP-345): who comes back under its name within its
 * session has what it had; where members come or go, each gives all up, and when the last has, all is dealt out anew.
 */
public final class ConsumerGroup {

    private final Ticker clock;
    private final int partitions;
    private final long sessionNanos;
    private final Map<String, Member> members = new TreeMap<>();
    private int generation;
    private boolean moves;

    private static final class Member {
        private String holder;
        private long seenNanos;
        private boolean joined;
        private Set<Integer> assigned = Set.of();

        Member(String holder, long seenNanos) {
            this.holder = holder;
            this.seenNanos = seenNanos;
        }
    }

    /** A group without members. */
    ConsumerGroup(Ticker clock, int partitions, Duration session) {
        this.clock = clock;
        this.partitions = partitions;
        this.sessionNanos = session.toNanos();
    }

    /** A member comes, or comes back in another consumer, which fences the one before. */
    public void join(String name, String holder) {
        expire();
        Member known = members.get(name);
        if (known == null) {
            Member member = new Member(holder, clock.nanos());
            member.joined = true;
            members.put(name, member);
            moves = true;
        } else {
            known.holder = holder;
            known.seenNanos = clock.nanos();
            known.joined = moves;
        }
        deal();
    }

    /** A member is heard of. */
    public void seen(String name, String holder) {
        Member member = members.get(name);
        if (member != null && member.holder.equals(holder)) {
            member.seenNanos = clock.nanos();
        }
        expire();
        deal();
    }

    /** Whether a member's consumer is still one; throws if another has its name. */
    public boolean has(String name, String holder) {
        expire();
        deal();
        Member member = members.get(name);
        if (member != null && !member.holder.equals(holder)) {
            throw new FencedInstanceIdException(name + " is another consumer's name by now");
        }
        return member != null;
    }

    /** Whether a member has to give all up, because members came or went. */
    public boolean mustGiveUp(String name) {
        Member member = members.get(name);
        return moves && member != null && !member.joined;
    }

    /** A member has given all up. */
    public void gaveUp(String name) {
        Member member = members.get(name);
        if (member != null) {
            member.joined = true;
        }
        deal();
    }

    /** Whether partitions are being dealt out. */
    public boolean moves() {
        return moves;
    }

    /** Which deal counts. */
    public int generation() {
        return generation;
    }

    /** What a member has. */
    public Set<Integer> assigned(String name) {
        Member member = members.get(name);
        return member == null ? Set.of() : member.assigned;
    }

    /** Refuses progress of who has lost its partitions. */
    public void require(String name, String holder, int generationOfHolder) {
        if (!has(name, holder) || generation != generationOfHolder) {
            throw new CommitFailedException(name + " is no member of generation " + generationOfHolder);
        }
    }

    private void expire() {
        boolean gone = members.values().removeIf(member -> clock.nanos() - member.seenNanos > sessionNanos);
        moves = (moves || gone) && !members.isEmpty();
    }

    private void deal() {
        if (!moves || members.values().stream().anyMatch(member -> !member.joined)) {
            return;
        }
        moves = false;
        generation++;
        List<Member> all = new ArrayList<>(members.values());
        List<Set<Integer>> hands = new ArrayList<>();
        all.forEach(_ -> hands.add(new TreeSet<>()));
        for (int partition = 0; partition < partitions; partition++) {
            hands.get((partition + generation) % all.size()).add(partition);
        }
        for (int i = 0; i < all.size(); i++) {
            all.get(i).assigned = Collections.unmodifiableSet(hands.get(i));
            all.get(i).joined = false;
        }
    }
}
