package dev.ponder.workqueue.share;

import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

/**
 * One poll of one member, on a thread of its own until it brings a record, however long slots wait for it at a time. Whoever is given the
 * record owns the member; else the poll lets it go.
 *
 * <p>Why not one short poll after the other, as seen on client 4.2.1: a poll asks the client's own thread for records
 * ({@code ShareFetchEvent}), which fetches until some come. A second poll asks again; where records come between its question and the
 * thread's looking at it, the client fetches on for a member that has its record, and the broker locks the next record for nobody. One
 * request in a thousand waited 30 s for that lock to lapse.
 */
final class LongPoll implements Runnable {

    /**
     * What a poll brought.
     *
     * @param record what the member holds now
     * @param atNanos when it came, on the ticker
     */
    record Brought(ConsumerRecord<byte[], byte[]> record, long atNanos) {}

    /** After so long without a record another member takes over. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Member member;
    private final LaneMembers members;
    private final Ticker ticker;
    private final CompletableFuture<Optional<Brought>> end = new CompletableFuture<>();
    private final Thread thread;
    private boolean claimed;
    private boolean told;
    private boolean unwanted;

    private LongPoll(Member member, LaneMembers members, Ticker ticker, ThreadFactory threads) {
        this.member = member;
        this.members = members;
        this.ticker = ticker;
        this.thread = threads.newThread(this);
    }

    /** Begins to poll. */
    static LongPoll start(Member member, LaneMembers members, Ticker ticker, ThreadFactory threads) {
        LongPoll poll = new LongPoll(member, members, ticker, threads);
        poll.thread.start();
        return poll;
    }

    Member member() {
        return member;
    }

    /** Whether it has ended, with a record or without. */
    boolean isOver() {
        return end.isDone();
    }

    /** Whether nobody has anything to wait for: its record was given out, or it ended without one and whoever waited knows. */
    synchronized boolean isSpent() {
        if (claimed || told) {
            return true;
        }
        return end.isDone()
                && !end.isCompletedExceptionally()
                && (unwanted || end.join().isEmpty());
    }

    /** Waits for the record; empty if it has not come yet, or the poll has ended without one. Throws what the client threw. */
    Optional<Brought> await(Duration patience) throws InterruptedException {
        try {
            return end.get(patience.toNanos(), TimeUnit.NANOSECONDS).filter(_ -> claims());
        } catch (TimeoutException notYet) {
            return Optional.empty();
        } catch (ExecutionException failed) {
            tell();
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("a poll failed", failed.getCause());
        }
    }

    private synchronized void tell() {
        told = true;
    }

    private synchronized boolean claims() {
        claimed = !unwanted;
        return claimed;
    }

    @Override
    public void run() {
        try {
            ConsumerRecord<byte[], byte[]> record = only(member.consumer().poll(LONGEST));
            if (record == null || !isWanted(new Brought(record, ticker.nanos()))) {
                leave();
            }
        } catch (RuntimeException e) { // Whatever state the client is in, a new member starts from a known one.
            fail(e);
        }
    }

    private synchronized boolean isWanted(Brought brought) {
        return !unwanted && end.complete(Optional.of(brought));
    }

    private void leave() {
        try {
            members.leave(member);
        } finally { // Whatever happens, nobody waits for a poll that has ended.
            end.complete(Optional.empty());
        }
    }

    private void fail(RuntimeException cause) {
        try {
            members.leave(member);
        } finally {
            if (isUnwanted()) {
                end.complete(Optional.empty()); // It was woken up.
            } else {
                end.completeExceptionally(cause);
            }
        }
    }

    private synchronized boolean isUnwanted() {
        return unwanted;
    }

    /**
     * Lets the member go, at once or as soon as the poll has woken up, and with it what it has brought: that is open for others again.
     * Does nothing where somebody was given the record.
     */
    void abandon() {
        if (!unwant()) {
            return;
        }
        if (end.isDone()) {
            members.leave(member);
        } else {
            member.consumer().wakeup();
        }
    }

    /** False where there is nothing to let go. */
    private synchronized boolean unwant() {
        if (claimed || unwanted || end.isCompletedExceptionally()) {
            return false;
        }
        unwanted = true;
        return !end.isDone() || end.join().isPresent();
    }

    /** Waits until an abandoned poll has let its member go. */
    void join(Duration patience) throws InterruptedException {
        if (!thread.join(patience)) {
            throw new IllegalStateException("a poll did not end in " + patience);
        }
    }

    private static @Nullable ConsumerRecord<byte[], byte[]> only(ConsumerRecords<byte[], byte[]> records) {
        if (records.count() > 1) {
            throw new IllegalStateException(
                    "the broker gave two records to a slot that holds one: share.acquire.mode?");
        }
        return records.isEmpty() ? null : records.iterator().next();
    }
}
