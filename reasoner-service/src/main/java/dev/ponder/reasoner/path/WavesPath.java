package dev.ponder.reasoner.path;

import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.progress.BegunChain;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.reasoner.voting.SureRule;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Several chains side by side, wave after wave, until enough of them agree. Room for the first wave is there before the work is taken;
 * a later one takes what room there is, down to one chain, and never waits for more: two jobs that hold room and wait for each other's
 * would wait for ever. So where there is none, the best answer so far is the answer.
 */
public final class WavesPath implements ComputePath {

    private final ChainThinker thinker;
    private final SureRule sure;
    private final Ticker ticker;
    private final ThreadFactory threads;

    /**
     * Thinks by these.
     *
     * @param sure when chains agree enough
     * @param threads where chains run, one thread each
     */
    public WavesPath(ChainThinker thinker, SureRule sure, Ticker ticker, ThreadFactory threads) {
        this.thinker = thinker;
        this.sure = sure;
        this.ticker = ticker;
        this.threads = threads;
    }

    @Override
    public Outcome think(Job job) throws TakenAwayException {
        List<BegunChain> begun = OneChainPath.begun(job);
        return new Waves(job, begun, thinker, sure, ticker, threads).think();
    }
}
