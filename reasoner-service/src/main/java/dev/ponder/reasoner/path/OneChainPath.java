package dev.ponder.reasoner.path;

import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.progress.BegunChain;
import java.util.List;

/** One chain, its answer taken as it is. It begins where an earlier holder of the job had come to. */
public final class OneChainPath implements ComputePath {

    private final ChainThinker thinker;

    /** Thinks by this. */
    public OneChainPath(ChainThinker thinker) {
        this.thinker = thinker;
    }

    @Override
    public Outcome think(Job job) throws TakenAwayException {
        List<BegunChain> begun = begun(job);
        GrowingChain chain = thinker.chain(job, 0, begun.isEmpty() ? BegunChain.NOTHING : begun.getFirst());
        return thinker.think(job, chain, new Meanwhile() {
            @Override
            public long quietNanos() {
                return Math.min(job.trail().quietNanos(), QUIET_NANOS); // A chain may go round in circles meanwhile.
            }

            @Override
            public void look() {
                job.trail().look(() -> List.of(chain.soFar()));
            }
        });
    }

    static List<BegunChain> begun(Job job) throws TakenAwayException {
        try {
            return job.trail().begin();
        } catch (InterruptedException _) { // Goes on as one that says that nothing was spent.
            throw new TakenAwayException(Usage.NONE, List.of());
        }
    }
}
