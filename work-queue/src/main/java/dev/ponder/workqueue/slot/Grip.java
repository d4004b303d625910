package dev.ponder.workqueue.slot;

import dev.ponder.workqueue.Verdict;
import dev.ponder.workqueue.WorkItem;
import java.time.Duration;

/** A record in a slot's hand. Owned by the slot's thread, except its item. */
public interface Grip extends AutoCloseable {

    /** The record. */
    WorkItem item();

    /** How often the grip must be renewed. */
    Duration renewEvery();

    /** Whether the record is known to be lost, without asking anybody. */
    boolean isLost();

    /** Holds the record for longer; false if it was lost, and then neither this nor settling does anything any more. */
    boolean renew();

    /** Ends the grip as the verdict says; false if the record was lost before. */
    boolean settle(Verdict verdict);

    /**
     * Gives back to the lane what the record was taken with, once; a record that was not settled is open for others again. Neither
     * renews nor settles from then on.
     */
    @Override
    void close();
}
