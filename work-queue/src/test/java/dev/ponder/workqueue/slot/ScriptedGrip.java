package dev.ponder.workqueue.slot;

import dev.ponder.workqueue.Payload;
import dev.ponder.workqueue.Verdict;
import dev.ponder.workqueue.WorkItem;
import dev.ponder.workqueue.WorkRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A grip that renews as often as it was told, and notes how it was settled. */
final class ScriptedGrip implements Grip {

    final List<Verdict> settled = new CopyOnWriteArrayList<>();
    private final int renewals;
    volatile boolean cut;
    volatile boolean closed;
    private int renewed;

    ScriptedGrip(int renewals) {
        this.renewals = renewals;
    }

    @Override
    public WorkItem item() {
        WorkRef ref = new WorkRef("topic", 0, 7);
        return new WorkItem(ref, Payload.of(null), Payload.of(null), List.of(), Instant.EPOCH, 1);
    }

    @Override
    public Duration renewEvery() {
        return Duration.ofMillis(20);
    }

    @Override
    public boolean isLost() {
        return cut;
    }

    @Override
    public boolean renew() {
        renewed++;
        return renewed <= renewals;
    }

    @Override
    public boolean settle(Verdict verdict) {
        settled.add(verdict);
        return true;
    }

    @Override
    public void close() {
        closed = true;
    }
}
