package dev.ponder.reasoner.path;

import dev.ponder.contracts.outcome.Outcome;

/** A way of thinking about a question, from the job to its outcome. Called on the job's own thread. */
public interface ComputePath {

    /**
     * Thinks until the end or the deadline.
     *
     * @throws InterruptedException if the job is taken away; what runs is cancelled before
     */
    Outcome think(Job job) throws InterruptedException;
}
