package dev.ponder.workqueue.slot;

import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Whether a queue drains, and until when running work may go on. Any thread. */
public final class DrainSignal {

    private final Ticker ticker;
    private final CountDownLatch requested = new CountDownLatch(1);
    private final AtomicLong graceEndNanos = new AtomicLong();

    /** A queue that does not drain yet. */
    public DrainSignal(Ticker ticker) {
        this.ticker = ticker;
    }

    /** Begins the drain, or sets another end to the grace of one that has begun. */
    void request(Duration grace) {
        graceEndNanos.set(ticker.nanos() + grace.toNanos());
        requested.countDown();
    }

    /** Whether no more work is to be taken. */
    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Waits for {@code time}, or less when a drain begins; says whether one has. */
    public boolean pause(Duration time) throws InterruptedException {
        return requested.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Says how long running work may still go on; {@link Long#MAX_VALUE} when nobody has asked for a drain. */
    long graceLeftNanos() {
        return isRequested() ? graceEndNanos.get() - ticker.nanos() : Long.MAX_VALUE;
    }
}
