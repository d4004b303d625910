package dev.ponder.reasoner.path;

import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Votes;
import dev.ponder.contracts.plan.Plan;
import dev.ponder.contracts.progress.BegunChain;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.reasoner.voting.Ballot;
import dev.ponder.reasoner.voting.SureRule;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The waves of one job. Its thread begins chains and awaits them; each runs on a thread of its own. */
final class Waves {

    private final Job job;
    private final Plan plan;
    private final ChainThinker thinker;
    private final SureRule sure;
    private final Ticker ticker;
    private final ThreadFactory threads;
    private final int tokensEach;
    private final Deque<BegunChain> toGoOn;
    private final List<Strand> strands = new ArrayList<>();
    private final BlockingQueue<Strand> arrivals = new LinkedBlockingQueue<>();
    private final long beganNanos;
    private int running;
    private int holding;
    private int waves;
    private long longestNanos;

    Waves(Job job, List<BegunChain> begun, ChainThinker thinker, SureRule sure, Ticker ticker, ThreadFactory threads) {
        this.job = job;
        this.plan = job.task().plan();
        this.thinker = thinker;
        this.sure = sure;
        this.ticker = ticker;
        this.threads = threads;
        this.tokensEach = Math.max(1, plan.promisedTokens() / plan.firstWave());
        this.toGoOn = new ArrayDeque<>(begun);
        this.beganNanos = ticker.nanos();
    }

    Outcome think() throws TakenAwayException {
        try {
            wave(Math.min(plan.firstWave(), left()));
            Optional<Votes.Ended> ended = ended();
            while (ended.isEmpty()) {
                int size = roomyWave();
                if (size > 0) {
                    wave(size);
                    ended = ended();
                } else {
                    ended = Optional.of(Votes.Ended.NO_ROOM);
                }
            }
            return new WavesOutcome(job, strands, waves, ended.orElseThrow()).outcome(ticker.nanos() - beganNanos);
        } catch (InterruptedException _) { // Goes on as one that says what was spent, and how far it came.
            cutAndAwait();
            throw new TakenAwayException(WavesOutcome.spent(strands), soFar());
        } finally {
            cutAndAwait();
        }
    }

    private void wave(int size) throws InterruptedException {
        long startNanos = ticker.nanos();
        waves++;
        for (int i = 0; i < size; ) {
            BegunChain next = toGoOn.isEmpty() ? BegunChain.NOTHING : toGoOn.removeFirst();
            boolean holdsRoom =
                    next.ended() == null; // One that an earlier holder had brought to its end costs nothing more.
            begin(next, holdsRoom);
            i += holdsRoom ? 1 : 0;
            if (left() == 0) {
                break;
            }
        }
        while (running > 0) {
            awaitOne();
        }
        longestNanos = Math.max(longestNanos, ticker.nanos() - startNanos);
    }

    private void begin(BegunChain from, boolean holdsRoom) {
        Strand strand = new Strand(thinker.chain(job, strands.size(), from), holdsRoom);
        strands.add(strand);
        running++;
        holding += holdsRoom ? 1 : 0;
        strand.start(threads, job, thinker, arrivals::add);
    }

    private void awaitOne() throws InterruptedException {
        Strand arrived = arrivals.poll(job.trail().quietNanos(), TimeUnit.NANOSECONDS);
        job.trail().look(this::soFar);
        if (arrived == null) {
            return;
        }
        running--;
        holding -= arrived.holdsRoom() ? 1 : 0;
        job.room().shrinkTo(holding * tokensEach);
        arrived.throwFailure();
        if (running > 0 && sure.holds(ballot())) {
            strands.forEach(Strand::cut);
        }
    }

    private Optional<Votes.Ended> ended() {
        if (sure.holds(ballot())) {
            return Optional.of(Votes.Ended.SURE);
        }
        if (left() == 0) {
            return Optional.of(Votes.Ended.ALL_CHAINS);
        }
        Duration timeLeft = Duration.between(ticker.now(), job.task().deadline());
        return timeLeft.compareTo(Duration.ofNanos(longestNanos)) < 0
                ? Optional.of(Votes.Ended.NO_TIME)
                : Optional.empty();
    }

    /** The largest wave, up to the first one's size, for which there is room now. */
    private int roomyWave() throws InterruptedException {
        int size = Math.min(plan.firstWave(), left());
        while (size > 0 && !job.room().growTo(size * tokensEach)) {
            size--;
        }
        return size;
    }

    private int left() {
        return plan.mostChains() - strands.size();
    }

    private Ballot ballot() {
        return WavesOutcome.ballot(strands);
    }

    private List<BegunChain> soFar() {
        List<BegunChain> soFar =
                new ArrayList<>(strands.stream().map(Strand::soFar).toList());
        soFar.addAll(toGoOn);
        return soFar;
    }

    /** Ends whatever happens; each chain ends within a moment of being cut. */
    private void cutAndAwait() {
        strands.forEach(Strand::cut);
        boolean interrupted = false;
        while (running > 0) {
            try {
                arrivals.take();
                running--;
            } catch (InterruptedException _) { // A second interrupt asks for what is being done.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
