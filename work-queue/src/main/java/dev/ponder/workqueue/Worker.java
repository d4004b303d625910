package dev.ponder.workqueue;

/** Does the work of one record. Called on a virtual thread of its own for each record, by as many threads as there are slots. */
@FunctionalInterface
public interface Worker {

    /**
     * Works until the end and says what becomes of the record. Any exception counts as {@link Verdict.Release}; an interruption
     * means that the queue drains and its grace is over.
     *
     * @param hold the worker's grip on the record: tells when it is lost, and takes the hook for the hand-off
     */
    Verdict work(WorkItem item, WorkHold hold) throws InterruptedException;
}
