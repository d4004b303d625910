package dev.ponder.reasoner.intake;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.Pauser;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.reasoner.progress.Trail;
import dev.ponder.workqueue.WorkHold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells poison from its neighbours. A process that dies takes all its jobs with it, so that all of them come again, whoever was to blame.
 * Therefore a job that would be given up the next time is a suspect: a process works on one of them at a time, beside those that are none,
 * and it is written down before it begins. Only what was so begun and did not end is given up. Any thread, each for a job of its own.
 */
public final class Suspects {

    /** One death may be chance, and a first delivery has seen none. */
    private static final int EARLIEST = 2;

    private static final Duration LOOK = Duration.ofMillis(100);

    private final int maxDeliveries;
    private final int suspectFrom;
    private final Ticker ticker;
    private final Pauser pauser;
    /** Who has the turn and who waits for it; guarded by itself. */
    private final List<Turn> turns = new ArrayList<>();

    /**
     * Judges the jobs of one process.
     *
     * @param maxDeliveries no job is given up before it has come more often; from this one on it is under suspicion, but never at its first
     * @param pauser lets those wait whose turn has not come
     */
    public Suspects(int maxDeliveries, Ticker ticker, Pauser pauser) {
        this.maxDeliveries = maxDeliveries;
        this.suspectFrom = Math.max(maxDeliveries, EARLIEST);
        this.ticker = ticker;
        this.pauser = pauser;
    }

    /** Whether a job has come too often and did not end though it was begun alone. */
    boolean isGuilty(int deliveries, Trail trail) throws InterruptedException {
        return deliveries > maxDeliveries && trail.begunAlone() > 0;
    }

    /**
     * Waits until the job may begin, which one that is not under suspicion may at once. Among those who wait the earliest deadline is
     * next; a job's own deadline ends its waiting.
     */
    Turn turn(Task task, int deliveries, Trail trail, WorkHold hold) throws InterruptedException {
        Turn turn = new Turn(task, hold);
        if (deliveries < suspectFrom) {
            return turn;
        }
        enter(turn);
        try {
            while (!isNext(turn) && ticker.now().isBefore(task.deadline())) {
                pauser.pause(LOOK);
            }
            trail.beginAlone();
            return turn;
        } catch (InterruptedException | RuntimeException stopped) {
            turn.close();
            throw stopped;
        }
    }

    private void enter(Turn turn) {
        synchronized (turns) {
            turns.add(turn);
        }
    }

    private boolean isNext(Turn turn) {
        synchronized (turns) {
            if (turns.stream().noneMatch(Turn::isOthersToWaitFor)) {
                turns.stream()
                        .filter(other -> !other.begun)
                        .min(Comparator.comparing(other -> other.task.deadline()))
                        .ifPresent(next -> next.begun = true);
            }
            return turn.begun;
        }
    }

    /** A job that may be worked on, until it is closed. */
    final class Turn implements AutoCloseable {
        private final Task task;
        private final WorkHold hold;
        /** Guarded by the list. */
        private boolean begun;

        private Turn(Task task, WorkHold hold) {
            this.task = requireNonNull(task, "task is null");
            this.hold = requireNonNull(hold, "hold is null");
        }

        /** A job that was handed off is not given up for deliveries any more. */
        private boolean isOthersToWaitFor() {
            return begun && !hold.handedOff();
        }

        @Override
        public void close() {
            synchronized (turns) {
                turns.remove(this);
            }
        }
    }
}
