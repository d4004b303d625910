package dev.ponder.workqueue.slot;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where the slots of a queue take the records of one topic. Any thread, but only one takes at a time. */
public interface Lane {

    /** Makes ready for one more slot, on whose thread it is called, so that its first record need not wait for a client to join. */
    void admit();

    /** Waits for a record up to {@code patience}; null if none came. Who takes it closes the grip. */
    @Nullable
    Grip take(Duration patience) throws InterruptedException;

    /** Called every half a second or so by slots that wait or work. */
    void tend();

    /** Leaves, once for each slot that ends; a record that was not settled is open for others again. */
    void leave();
}
