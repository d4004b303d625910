package dev.ponder.reasoner.intake;

import dev.ponder.contracts.work.Task;

/** Who held a job's record before, when that comes again. */
@FunctionalInterface
public interface Predecessor {

    /** Nobody, as far as is known. */
    Predecessor NONE = _ -> false;

    /**
     * Waits while the one before shows that it still works on the job.
     *
     * @return whether it has written the outcome; else the job is to be gone on with
     */
    boolean concludes(Task task) throws InterruptedException;
}
