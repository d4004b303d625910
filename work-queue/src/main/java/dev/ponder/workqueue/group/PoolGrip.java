package dev.ponder.workqueue.group;

import dev.ponder.workqueue.Verdict;
import dev.ponder.workqueue.WorkItem;
import dev.ponder.workqueue.slot.Grip;
import java.time.Duration;

/** A fetched record in a slot's hand. The group's heartbeat holds it, so renewing only asks whether the partition is still ours. */
final class PoolGrip implements Grip {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int MAX_DOUBLINGS = 20;

    private final Fetched record;
    private final LaneBuffer buffer;
    private final Duration firstPause;

    PoolGrip(Fetched record, LaneBuffer buffer, Duration firstPause) {
        this.record = record;
        this.buffer = buffer;
        this.firstPause = firstPause;
    }

    @Override
    public WorkItem item() {
        return record.item();
    }

    @Override
    public Duration renewEvery() {
        return LOOK;
    }

    @Override
    public boolean isLost() {
        return record.claim().isLost();
    }

    @Override
    public boolean renew() {
        return !isLost();
    }

    @Override
    public boolean settle(Verdict verdict) {
        if (isLost()) {
            return false;
        }
        switch (verdict) {
            case Verdict.Done _, Verdict.Reject _ -> record.claim().close(record.item());
            case Verdict.Release _ -> buffer.retryLater(record, pause());
        }
        return true;
    }

    /** The fetcher owns the member; what was not settled stays open in the claim. */
    @Override
    public void close() {}

    private Duration pause() {
        int doublings = Math.min(record.item().deliveryCount() - 1, MAX_DOUBLINGS);
        Duration pause = firstPause.multipliedBy(1L << doublings);
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
