package dev.ponder.workqueue.slot;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where one slot takes the records of one topic. Owned by the slot's thread. */
public interface Lane extends AutoCloseable {

    /** Waits for a record up to {@code patience}; null if none came. The slot settles it before it takes another. */
    @Nullable
    Grip take(Duration patience) throws InterruptedException;

    /** Called every second or so while the slot does something else. */
    void tend();

    /** Leaves; a record that was not settled is open for others again. */
    @Override
    void close();
}
