package dev.ponder.reasoner.recall;

import dev.ponder.contracts.work.Task;

/** Knows which jobs have their outcomes. */
@FunctionalInterface
public interface OutcomeSource {

    /** Whether an outcome of this dispatch of the task is written, by whomever. */
    boolean has(Task task) throws InterruptedException;
}
