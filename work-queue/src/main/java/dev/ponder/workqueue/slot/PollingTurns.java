package dev.ponder.workqueue.slot;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who polls which lane: one slot a lane, and the next one when that slot has its record (leader/followers: Schmidt et al.,
 * Pattern-Oriented Software Architecture 2). So an idle queue keeps room for one record a lane, not for one a slot; and since a slot
 * stops polling a lane only when it has a record, or another lane needs its room, no fetch is left behind that would lock a record
 * which nobody looks at. Lanes with work share the slots by weight (smooth weighted round robin). Any thread.
 */
final class PollingTurns {

    /** No lane is free. */
    static final int NONE = -1;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final int[] weights;
    private final int[] credits;
    private final boolean[] taken;
    private final boolean[] waiting;

    PollingTurns(int... weights) {
        this.weights = weights.clone();
        this.credits = new int[weights.length];
        this.taken = new boolean[weights.length];
        this.waiting = new boolean[weights.length];
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

    /** Whether another lane's poller waits for room, which an idle poller of this lane should then give up. */
    boolean roomWantedElsewhere(int lane) {
        lock.lock();
        try {
            for (int other = 0; other < waiting.length; other++) {
                if (other != lane && waiting[other]) {
                    return true;
                }
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private int richest() {
        int best = NONE;
        for (int lane = 0; lane < weights.length; lane++) {
            if (!taken[lane] && (best == NONE || credits[lane] + weights[lane] > credits[best] + weights[best])) {
                best = lane;
            }
        }
        return best;
    }

    private void charge(int lane) {
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
