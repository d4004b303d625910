package dev.ponder.reasoner.intake;

import dev.ponder.contracts.work.Lease;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.reasoner.emission.Emission;
import dev.ponder.workqueue.WorkHold;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Guards jobs that outlive their record: writes a lease before the record is acknowledged, keeps it fresh, takes it back at the
 * end. Renewals run on the scheduler that it is given.
 */
public final class LeaseKeeper {

    private static final Logger LOGGER = Logger.getLogger(LeaseKeeper.class);
    private static final int RENEWALS = 3;

    private final Emission emission;
    private final String holder;
    private final Duration lasts;
    private final Ticker ticker;
    private final ScheduledExecutorService scheduler;

    /**
     * Guards jobs of one process.
     *
     * @param holder the process, as others see it
     * @param lasts how long a lease is good
     */
    public LeaseKeeper(
            Emission emission, String holder, Duration lasts, Ticker ticker, ScheduledExecutorService scheduler) {
        this.emission = emission;
        this.holder = holder;
        this.lasts = lasts;
        this.ticker = ticker;
        this.scheduler = scheduler;
    }

    /** Stands by to guard a job from when its record is handed off until it is closed. */
    Kept guard(Task task, WorkHold hold) {
        Kept kept = new Kept(task, hold);
        hold.onHandOff(kept::secure);
        return kept;
    }

    private Lease lease(Task task) {
        return new Lease(
                Lease.VERSION,
                task.tenant(),
                task.id(),
                task.attempt(),
                holder,
                ticker.now().plus(lasts),
                task,
                Map.of());
    }

    /** A job that is guarded. Secured on the slot's thread, closed on the job's. */
    final class Kept implements AutoCloseable {
        private final Task task;
        private final WorkHold hold;
        private @Nullable ScheduledFuture<?> renewal;
        private boolean concluded;
        private boolean closed;

        private Kept(Task task, WorkHold hold) {
            this.task = task;
            this.hold = hold;
        }

        /** Notes that the outcome is written, so that nobody need find the job again. */
        synchronized void concluded() {
            concluded = true;
        }

        private synchronized void secure() {
            if (closed) {
                throw new IllegalStateException("the job has ended: its record is settled by its verdict");
            }
            if (renewal == null) {
                emission.lease(lease(task));
                long third = lasts.toMillis() / RENEWALS;
                renewal = scheduler.scheduleAtFixedRate(this::renew, third, third, TimeUnit.MILLISECONDS);
            }
        }

        private synchronized void renew() {
            if (closed) {
                return;
            }
            try {
                emission.lease(lease(task));
            } catch (RuntimeException failed) { // Top of the renewal: one that fails must not end those to come.
                LOGGER.warnf(failed, "the lease of %s was not renewed; tried again", task.id());
            }
        }

        /**
         * Takes the lease back when the job is concluded, or another has its record. Otherwise the lease may be all that is left of
         * the job, so it stays and lapses.
         */
        @Override
        public synchronized void close() {
            closed = true;
            if (renewal != null) {
                renewal.cancel(false);
                if (concluded || hold.fenced()) {
                    emission.release(lease(task));
                }
            }
        }
    }
}
