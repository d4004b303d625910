package dev.ponder.workqueue.group;

import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What waits for a slot in one lane: fresh records in their order, and released ones until their pause is over. Bounded by the
 * fetcher, who pauses the lane while it {@link #isFull()}. Safe for many threads.
 */
final class LaneBuffer {

    /** So many records may wait for another try before no fresh one is fetched. */
    private static final int MAX_RETRIES = 1_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<Fetched> fresh = new ArrayDeque<>();
    private final PriorityQueue<Fetched> retries = new PriorityQueue<>(Comparator.comparingLong(Fetched::readyNanos));
    private final Ticker ticker;
    private final int capacity;

    LaneBuffer(Ticker ticker, int capacity) {
        this.ticker = ticker;
        this.capacity = capacity;
    }

    void add(Fetched record) {
        lock.lock();
        try {
            fresh.addLast(record);
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    void retryLater(Fetched record, Duration pause) {
        lock.lock();
        try {
            retries.add(record.retryAt(ticker.nanos() + pause.toNanos()));
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    boolean isFull() {
        lock.lock();
        try {
            return fresh.size() >= capacity || retries.size() >= MAX_RETRIES;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a record that may be tried now and whose partition is still ours; null if none came in time. */
    @Nullable
    Fetched take(Duration patience) throws InterruptedException {
        long end = ticker.nanos() + patience.toNanos();
        lock.lockInterruptibly();
        try {
            long now = ticker.nanos();
            Fetched record = next(now);
            while (record == null && end - now > 0) {
                arrived.await(Math.min(end - now, untilRetry(now)), TimeUnit.NANOSECONDS);
                now = ticker.nanos();
                record = next(now);
            }
            return record;
        } finally {
            lock.unlock();
        }
    }

    private long untilRetry(long now) {
        Fetched retry = retries.peek();
        return retry == null ? Long.MAX_VALUE : retry.readyNanos() - now;
    }

    private @Nullable Fetched next(long now) {
        Fetched record = pollReady(now);
        while (record != null && record.claim().isLost()) {
            record = pollReady(now);
        }
        return record;
    }

    private @Nullable Fetched pollReady(long now) {
        Fetched retry = retries.peek();
        return retry != null && retry.readyNanos() - now <= 0 ? retries.poll() : fresh.poll();
    }
}
