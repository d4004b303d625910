package dev.ponder.reasoner.recall;

import dev.ponder.contracts.progress.Progress;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.Pauser;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.reasoner.intake.Predecessor;
import dev.ponder.reasoner.progress.ProgressKeeper;
import java.time.Duration;
import java.time.Instant;

/**
 * Watches for signs of an earlier holder on Kafka: its outcome, or progress that goes on. A broker that restarts forgets who holds what
 * and gives all records out again, while their holders think on or have just written their outcomes; without this watch all of that
 * would be thought a second time. Nothing is waited for where nobody has left anything. Any thread, each for a job of its own.
 */
public final class EarlierHolder implements Predecessor {

    private static final System.Logger LOGGER = System.getLogger(EarlierHolder.class.getName());

    private final OutcomeSource outcomes;
    private final ProgressKeeper progress;
    private final Ticker ticker;
    private final Pauser pauser;

    /** Watches both. */
    public EarlierHolder(OutcomeSource outcomes, ProgressKeeper progress, Ticker ticker, Pauser pauser) {
        this.outcomes = outcomes;
        this.progress = progress;
        this.ticker = ticker;
        this.pauser = pauser;
    }

    @Override
    public boolean concludes(Task task) throws InterruptedException {
        Duration every = progress.every();
        long silenceNanos = every.multipliedBy(2).toNanos();
        Instant heard = Instant.MIN;
        long heardNanos = ticker.nanos();
        while (ticker.now().isBefore(task.deadline())) {
            if (outcomes.has(task)) {
                LOGGER.log(System.Logger.Level.INFO, "{0} came again and had its outcome already", task.key());
                return true;
            }
            Instant last = progress.find(task.key(), task.arrivedAt())
                    .map(Progress::at)
                    .orElse(Instant.MIN);
            if (last.isAfter(heard)) {
                heard = last;
                heardNanos = ticker.nanos();
            } else if (heard.equals(Instant.MIN) || ticker.nanos() - heardNanos >= silenceNanos) {
                return false;
            }
            pauser.pause(every);
        }
        return false;
    }
}
