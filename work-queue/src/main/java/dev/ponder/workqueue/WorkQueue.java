package dev.ponder.workqueue;

import java.time.Duration;

/**
 * A running queue: slots that take records and call the worker until the queue is drained. At least once: a record is settled only
 * after its worker's verdict or its hand-off, and comes again when its holder dies. No order is kept. Any thread may call.
 */
public interface WorkQueue extends AutoCloseable {

    /** Says what has happened so far. */
    QueueTally tally();

    /**
     * Takes no more records, lets running work finish for {@code grace}, then interrupts it and gives its record back. Returns when
     * no thread of the queue is left. When the caller is interrupted the grace ends at once, and the interruption is restored.
     */
    DrainReport drain(Duration grace);

    /** Drains with no grace. */
    @Override
    default void close() {
        drain(Duration.ZERO);
    }
}
