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
    private final OpenOffsets offsets = new OpenOffsets();
    private final LongAdder drainFinished = new LongAdder();
    private final LongAdder drainGivenBack = new LongAdder();
    private final LongAdder drainCutShort = new LongAdder();

    /** A record came to a slot. */
    void taken(WorkItem item) {
        taken.increment();
        offsets.opened(item.ref());
        if (item.deliveryCount() > 1) {
            redelivered.increment();
        }
    }

    /** A record came whose lock had lapsed; it is another's by now. */
    public void stale() {
        taken.increment();
        stale.increment();
    }

    /** The span of what is in hand. */
    OpenOffsets offsets() {
        return offsets;
    }

    void began() {
        running.incrementAndGet();
    }

    boolean nothingRuns() {
        return running.get() == 0;
    }

    void ended(WorkItem item, Verdict verdict) {
        running.decrementAndGet();
        offsets.closed(item.ref());
        switch (verdict) {
            case Verdict.Done _ -> done.increment();
            case Verdict.Release _ -> released.increment();
            case Verdict.Reject _ -> rejected.increment();
        }
    }

    void handedOff(WorkItem item) {
        handedOff.increment();
        offsets.closed(item.ref());
    }

    void renewed() {
        renewed.increment();
    }

    void fenced(WorkItem item) {
        fenced.increment();
        offsets.closed(item.ref());
    }

    void drainFinished() {
        drainFinished.increment();
    }

    void gaveBackUntouched(WorkItem item) {
        offsets.closed(item.ref());
        drainGaveBack();
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
                running.get(),
                offsets.widest());
    }
}
