package dev.ponder.reasoner.path;

import dev.ponder.contracts.outcome.Outcome;

/** The path that the router planned. */
public final class PlannedPath implements ComputePath {

    private final ComputePath oneChain;
    private final ComputePath waves;

    /** Chooses among these. */
    public PlannedPath(ComputePath oneChain, ComputePath waves) {
        this.oneChain = oneChain;
        this.waves = waves;
    }

    @Override
    public Outcome think(Job job) throws TakenAwayException {
        return switch (job.task().plan().path()) {
            case ONE_CHAIN -> oneChain.think(job);
            case WAVES -> waves.think(job);
        };
    }
}
