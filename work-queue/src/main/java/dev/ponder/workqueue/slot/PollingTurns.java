package dev.ponder.workqueue.slot;

import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who polls which lane: one slot a lane, and the next one when that slot has its record (leader/followers: Schmidt et al.,
 * Pattern-Oriented Software Architecture 2). So an idle queue keeps room for one record a lane, not for one a slot, and at most one fetch
 * of a lane is with the broker. Lanes with work share the slots by weight (smooth weighted round robin). A lane without weight, the
 * surplus, is polled while all others were found empty just now. Any thread.
 */
final class PollingTurns {

    /** No lane is free. */
    static final int NONE = -1;

    /** For how long a lane counts as empty after a poll that brought nothing: some polls of an idle slot. */
    private static final long EMPTY_NANOS = Duration.ofSeconds(2).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final Ticker ticker;
    private final int[] weights;
    private final int[] credits;
    private final boolean[] taken;
    private final boolean[] waiting;
    private final boolean[] empty;
    private final long[] emptyNanos;

    PollingTurns(Ticker ticker, int... weights) {
        this.ticker = ticker;
        this.weights = weights.clone();
        this.credits = new int[weights.length];
        this.taken = new boolean[weights.length];
        this.waiting = new boolean[weights.length];
        this.empty = new boolean[weights.length];
        this.emptyNanos = new long[weights.length];
    }

    /** Waits for a lane that nobody polls, and becomes its poller; {@link #NONE} if there was none in time. */
    int claim(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            int lane = richest();
            while (lane == NONE && left > 0) {
                left = freed.awaitNanos(left);
                lane = richest();
            }
            if (lane != NONE) {
                taken[lane] = true;
            }
            return lane;
        } finally {
            lock.unlock();
        }
    }

    /** Lets the next slot poll the lane; one that gave a record pays for it. */
    void giveBack(int lane, boolean gaveRecord) {
        lock.lock();
        try {
            taken[lane] = false;
            waiting[lane] = false;
            if (gaveRecord) {
                empty[lane] = false;
                charge(lane);
            }
            freed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Notes that the lane's poller waits for room, or has it. */
    void waitsForRoom(int lane, boolean waits) {
        lock.lock();
        try {
            waiting[lane] = waits;
        } finally {
            lock.unlock();
        }
    }

    /** Notes that a poll of the lane brought nothing, which may be what the surplus waits for. */
    void foundEmpty(int lane) {
        lock.lock();
        try {
            emptyNanos[lane] = ticker.nanos();
            if (!empty[lane]) {
                empty[lane] = true;
                freed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether the lane may be polled now: the surplus may not while another lane has work, or may have. */
    boolean isDue(int lane) {
        lock.lock();
        try {
            return weights[lane] > 0 || othersAreEmpty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Whether another lane's poller waits for room, which an idle poller of this lane should then give up. The surplus is given room
     * only where nothing runs, whose end would free some: otherwise lanes keep room for what may come at any time.
     */
    boolean roomWantedElsewhere(int lane, boolean nothingRuns) {
        lock.lock();
        try {
            for (int other = 0; other < waiting.length; other++) {
                if (other != lane && waiting[other] && (weights[other] > 0 || nothingRuns)) {
                    return true;
                }
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean othersAreEmpty() {
        long now = ticker.nanos();
        for (int lane = 0; lane < weights.length; lane++) {
            if (weights[lane] > 0 && !(empty[lane] && now - emptyNanos[lane] <= EMPTY_NANOS)) {
                return false;
            }
        }
        return true;
    }

    private int richest() {
        int best = NONE;
        for (int lane = 0; lane < weights.length; lane++) {
            if (weights[lane] > 0 && !taken[lane] && (best == NONE || richness(lane) > richness(best))) {
                best = lane;
            }
        }
        return best == NONE && othersAreEmpty() ? surplus() : best;
    }

    private int surplus() {
        for (int lane = 0; lane < weights.length; lane++) {
            if (weights[lane] == 0 && !taken[lane]) {
                return lane;
            }
        }
        return NONE;
    }

    private int richness(int lane) {
        return credits[lane] + weights[lane];
    }

    private void charge(int lane) {
        if (weights[lane] == 0) {
            return;
        }
        int total = 0;
        for (int other = 0; other < weights.length; other++) {
            credits[other] += weights[other];
            total += weights[other];
        }
        credits[lane] -= total;
        bound(total);
    }

    /** A lane that has no work must not save up credit, or run into debt, for later. */
    private void bound(int total) {
        for (int lane = 0; lane < credits.length; lane++) {
            credits[lane] = Math.clamp(credits[lane], -total, total);
        }
    }
}
