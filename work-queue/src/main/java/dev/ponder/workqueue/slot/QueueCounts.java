package dev.ponder.workqueue.slot;

import dev.ponder.workqueue.DrainReport;
import dev.ponder.workqueue.QueueTally;
import dev.ponder.workqueue.Verdict;
import dev.ponder.workqueue.WorkItem;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What a queue has seen. Written by all its slots, read by anyone. */
public final class QueueCounts {

    private final LongAdder taken = new LongAdder();
    private final LongAdder redelivered = new LongAdder();
    private final LongAdder stale = new LongAdder();
    private final LongAdder done = new LongAdder();
    private final LongAdder released = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder handedOff = new LongAdder();
    private final LongAdder renewed = new LongAdder();
    private final LongAdder fenced = new LongAdder();
    private final AtomicInteger running = new AtomicInteger();
    private final LongAdder drainFinished = new LongAdder();
    private final LongAdder drainGivenBack = new LongAdder();
    private final LongAdder drainCutShort = new LongAdder();

    /** A record came to a slot. */
    void taken(WorkItem item) {
        taken.increment();
        if (item.deliveryCount() > 1) {
            redelivered.increment();
        }
    }

    /** A record came whose lock had lapsed; it is another's by now. */
    public void stale() {
        taken.increment();
        stale.increment();
    }

    void began() {
        running.incrementAndGet();
    }

    void ended(Verdict verdict) {
        running.decrementAndGet();
        switch (verdict) {
            case Verdict.Done _ -> done.increment();
            case Verdict.Release _ -> released.increment();
            case Verdict.Reject _ -> rejected.increment();
        }
    }

    void handedOff() {
        handedOff.increment();
    }

    void renewed() {
        renewed.increment();
    }

    void fenced() {
        fenced.increment();
    }

    void drainFinished() {
        drainFinished.increment();
    }

    void drainGaveBack() {
        drainGivenBack.increment();
    }

    void drainCutShort() {
        drainCutShort.increment();
    }

    DrainReport drainReport() {
        return new DrainReport(drainFinished.sum(), drainGivenBack.sum(), drainCutShort.sum());
    }

    /** What has been counted so far. */
    public QueueTally tally() {
        return new QueueTally(
                taken.sum(),
                redelivered.sum(),
                stale.sum(),
                done.sum(),
                released.sum(),
                rejected.sum(),
                handedOff.sum(),
                renewed.sum(),
                fenced.sum(),
                running.get());
    }
}
