package dev.ponder.workqueue.group;

import dev.ponder.workqueue.slot.Grip;
import dev.ponder.workqueue.slot.Lane;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One slot's view of a lane that the fetcher fills. Owned by the slot's thread. */
final class PoolLane implements Lane {

    private final LaneBuffer buffer;
    private final Duration firstPause;

    PoolLane(LaneBuffer buffer, Duration firstPause) {
        this.buffer = buffer;
        this.firstPause = firstPause;
    }

    @Override
    public @Nullable Grip take(Duration patience) throws InterruptedException {
        Fetched record = buffer.take(patience);
        return record == null ? null : new PoolGrip(record, buffer, firstPause);
    }

    /** Nothing to leave: the fetcher owns the membership. */
    @Override
    public void tend() {
        // The fetch loop has the only client; nothing of it is this slot's.
    }

    @Override
    public void close() {}
}
