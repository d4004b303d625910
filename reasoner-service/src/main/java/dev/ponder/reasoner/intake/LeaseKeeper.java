package dev.ponder.reasoner.intake;

import dev.ponder.contracts.outcome.Held;
import dev.ponder.contracts.outcome.Notice;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.reasoner.emission.Emission;
import dev.ponder.workqueue.WorkHold;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Guards jobs that outlive their record: tells settlement of a lease before the record is acknowledged, keeps it fresh, and ends it where
 * the job ends without an outcome, so that it is dispatched again at once. Renewals run on the
 * scheduler that it is given and wait for nobody: one at a time of each job is on its way.
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

    private Held lease(Task task, Instant until) {
        return new Held(Notice.VERSION, task.tenant(), task.id(), task.attempt(), holder, until, Map.of());
    }

    /** A job that is guarded. Secured on the slot's thread, closed on the job's. */
    final class Kept implements AutoCloseable {
        private final Task task;
        private final WorkHold hold;
        private @Nullable ScheduledFuture<?> renewal;
        private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);
        private boolean concluded;
        private boolean closed;

        private Kept(Task task, WorkHold hold) {
            this.task = task;
            this.hold = hold;
        }

        /** Notes that the outcome is written, which ends the lease too. */
        synchronized void concluded() {
            concluded = true;
        }

        private synchronized void secure() {
            if (closed) {
                throw new IllegalStateException("the job has ended: its record is settled by its verdict");
            }
            if (renewal == null) {
                emission.hold(lease(task, ticker.now().plus(lasts)));
                long third = lasts.toMillis() / RENEWALS;
                renewal = scheduler.scheduleAtFixedRate(this::renew, third, third, TimeUnit.MILLISECONDS);
            }
        }

        /** Never waits: all jobs and others share the scheduler, and a partition that is slow must cost its own jobs alone. */
        private synchronized void renew() {
            if (closed) {
                return;
            }
            if (!underWay.isDone()) {
                LOGGER.warnf(
                        "the lease of %s was not renewed in time; the last renewal is still on its way", task.id());
                return;
            }
            underWay = sent(lease(task, ticker.now().plus(lasts)));
            var _ = underWay.whenComplete(this::told);
        }

        private CompletableFuture<Void> sent(Held held) {
            try {
                return emission.renew(held).toCompletableFuture();
            } catch (RuntimeException refused) { // Top of the renewal: one that fails must not end those to come.
                return CompletableFuture.failedFuture(refused);
            }
        }

        private void told(@Nullable Void taken, @Nullable Throwable failed) {
            if (failed != null) {
                LOGGER.warnf(failed, "the lease of %s was not renewed; tried again", task.id());
            }
        }

        /**
         * Renews no more, and ends the lease of a job that did not conclude; where that fails, the lease lapses. Waits outside the
         * monitor, at which a renewal that begins meanwhile would wait too.
         */
        @Override
        public void close() {
            if (leavesLease()) {
                giveUp();
            }
        }

        private synchronized boolean leavesLease() {
            closed = true;
            if (renewal == null) {
                return false;
            }
            renewal.cancel(false);
            return !concluded && !hold.fenced();
        }

        private void giveUp() {
            try {
                emission.hold(lease(task, ticker.now()));
            } catch (RuntimeException failed) { // The job is over either way, and the lease lapses by itself.
                LOGGER.infof("the lease of %s was not ended; it lapses: %s", task.id(), failed.toString());
            }
        }
    }
}
