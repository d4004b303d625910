package dev.ponder.reasoner.path;

import dev.ponder.contracts.outcome.Outcome;

/** A way of thinking about a question, from the job to its outcome. Called on the job's own thread. */
public interface ComputePath {

    /**
     * Thinks until the end or the deadline.
     *
     * @throws TakenAwayException if the calling thread is interrupted; what runs is cancelled before
     */
    Outcome think(Job job) throws TakenAwayException;
}
