package dev.ponder.reasoner.progress;

import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.progress.Progress;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;

/** Knows where progress is kept, for all jobs of a process. Any thread. */
public final class ProgressKeeper {

    private final ProgressSink sink;
    private final ProgressSource source;
    private final Pace pace;
    private final Duration patience;
    private final boolean deliveriesCounted;
    private final Ticker ticker;
    private final LongAdder resumed = new LongAdder();

    /**
     * Keeps progress.
     *
     * @param patience how long a job waits for it
     * @param deliveriesCounted whether the queue knows of deliveries to others; else any record may have come before that is old enough
     */
    public ProgressKeeper(
            ProgressSink sink,
            ProgressSource source,
            Pace pace,
            Duration patience,
            boolean deliveriesCounted,
            Ticker ticker) {
        this.sink = sink;
        this.source = source;
        this.pace = pace;
        this.patience = patience;
        this.deliveriesCounted = deliveriesCounted;
        this.ticker = ticker;
    }

    /**
     * Follows one job.
     *
     * @param appendedAt when its work record was appended
     * @param delivery which delivery of its work record this is
     * @param cameBefore whether it may have come before, whatever the count says
     */
    public Trail follow(Task task, Instant appendedAt, int delivery, boolean cameBefore) {
        boolean old = Duration.between(appendedAt, ticker.now()).compareTo(pace.every()) >= 0;
        boolean again = task.attempt() > 1 || cameBefore || (!deliveriesCounted && old);
        return new Trail(task, delivery, again, this);
    }

    /** How many jobs went on from what an earlier holder had come to. */
    public long resumed() {
        return resumed.sum();
    }

    void noteResumed() {
        resumed.increment();
    }

    CompletionStage<Void> keep(Progress progress) {
        return sink.keep(progress);
    }

    /** How often a job that runs is written down, at the most. */
    public Duration every() {
        return pace.every();
    }

    /** The last progress of a request that came at a moment; nothing where none is found in time. */
    public Optional<Progress> find(RequestKey key, Instant since) throws InterruptedException {
        return source.find(key, since, patience);
    }

    Pace pace() {
        return pace;
    }

    Duration patience() {
        return patience;
    }

    Ticker ticker() {
        return ticker;
    }
}
