package dev.ponder.workqueue.group;

import dev.ponder.workqueue.slot.Grip;
import dev.ponder.workqueue.slot.Lane;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A lane that the fetcher fills: the fetcher owns the membership, so slots come and go. Any thread. */
final class PoolLane implements Lane {

    private final LaneBuffer buffer;
    private final Duration firstPause;

    PoolLane(LaneBuffer buffer, Duration firstPause) {
        this.buffer = buffer;
        this.firstPause = firstPause;
    }

    @Override
    public void admit() {}

    @Override
    public @Nullable Grip take(Duration patience) throws InterruptedException {
        Fetched record = buffer.take(patience);
        if (record == null) {
            return null;
        }
        record.claim().begin(record.item());
        return new PoolGrip(record, buffer, firstPause);
    }

    @Override
    public void tend() {}

    @Override
    public void leave() {}
}
