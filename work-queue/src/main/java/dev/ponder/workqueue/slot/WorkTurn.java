package dev.ponder.workqueue.slot;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.workqueue.HandOffHook;
import dev.ponder.workqueue.Room;
import dev.ponder.workqueue.Verdict;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One record from its arrival to its end: starts the worker, renews the record meanwhile, hands it off when the work grows old,
 * interrupts at the end of a drain's grace, and settles. Runs on the slot's thread.
 */
final class WorkTurn {

    /** How long interrupted work may take to end before its record is given back under it. */
    static final Duration INTERRUPT_PATIENCE = Duration.ofSeconds(5);

    private static final System.Logger LOGGER = System.getLogger(WorkTurn.class.getName());
    private static final long NEVER = Long.MAX_VALUE;

    private final Grip grip;
    private final DrainSignal drain;
    private final QueueCounts counts;
    private final Ticker ticker;
    private final Semaphore bell;
    private final LiveHold hold;
    private final WorkRun run;
    private final long renewEveryNanos;
    private long renewAtNanos;
    private long handOffAtNanos;
    private long giveUpAtNanos = NEVER;

    WorkTurn(Grip grip, Room room, QueueParts parts, Semaphore bell) {
        this.hold = new LiveHold(room);
        this.grip = grip;
        this.drain = parts.drain();
        this.counts = parts.counts();
        this.ticker = parts.ticker();
        this.bell = bell;
        this.renewEveryNanos = grip.renewEvery().toNanos();
        long now = ticker.nanos();
        this.renewAtNanos = now + renewEveryNanos;
        this.handOffAtNanos = now + parts.settings().handOff().toNanos();
        counts.began();
        this.run = WorkRun.start(
                parts.worker(), grip.item(), hold, bell::release, parts.rim().workers());
    }

    /** Watches the work until it ends; interrupted, it drops all and leaves the record to others. */
    void watch() throws InterruptedException {
        try {
            while (run.verdict().isEmpty() && !givenUp()) {
                long now = ticker.nanos();
                renewIfDue(now);
                handOffIfDue(now);
                interruptIfDue(now);
                await(ticker.nanos());
            }
            settle(run.verdict().orElseGet(() -> Verdict.release("did not end when interrupted")));
        } catch (InterruptedException e) {
            run.interrupt();
            throw e;
        }
    }

    private void await(long now) throws InterruptedException {
        long wait = Math.min(renewEveryNanos, drain.graceLeftNanos() > 0 ? drain.graceLeftNanos() : NEVER);
        if (hold.held()) {
            wait = Math.min(wait, Math.min(renewAtNanos, handOffAtNanos) - now);
        }
        if (giveUpAtNanos != NEVER) {
            wait = Math.min(wait, giveUpAtNanos - now);
        }
        if (run.verdict().isEmpty() && wait > 0 && bell.tryAcquire(wait, TimeUnit.NANOSECONDS)) {
            bell.drainPermits();
        }
    }

    private void renewIfDue(long now) {
        if (hold.held() && now - renewAtNanos >= 0) {
            renew();
        }
    }

    private void renew() {
        if (grip.renew()) {
            counts.renewed();
            renewAtNanos = ticker.nanos() + renewEveryNanos;
        } else {
            lose();
        }
    }

    private void handOffIfDue(long now) throws InterruptedException {
        if (!hold.held() || now - handOffAtNanos < 0) {
            return;
        }
        handOffAtNanos = now + renewEveryNanos;
        HandOffHook hook = hold.handOffHook().orElse(null);
        if (hook != null) {
            renew();
            if (hold.held() && secured(hook) && run.verdict().isEmpty()) {
                letGo();
            }
        }
    }

    private boolean secured(HandOffHook hook) throws InterruptedException {
        try {
            hook.secure();
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) { // Foreign code: the record stays held, so nothing is lost by whatever went wrong.
            LOGGER.log(Level.WARNING, "hand-off of " + grip.item().ref() + " failed; its record is held on", e);
            return false;
        }
    }

    private void letGo() {
        if (grip.settle(Verdict.done())) {
            hold.handOff();
            counts.handedOff();
        } else {
            lose();
        }
    }

    private void lose() {
        counts.fenced();
        LOGGER.log(Level.WARNING, "{0} was lost while its work ran", grip.item().ref());
        try {
            hold.fence();
        } catch (RuntimeException e) { // Foreign code: its failure must not keep the slot from watching the work.
            LOGGER.log(Level.WARNING, "the fence hook of " + grip.item().ref() + " failed", e);
        }
    }

    private void interruptIfDue(long now) {
        if (giveUpAtNanos == NEVER && drain.graceLeftNanos() <= 0) {
            giveUpAtNanos = now + INTERRUPT_PATIENCE.toNanos();
            run.interrupt();
        }
    }

    private boolean givenUp() {
        return giveUpAtNanos != NEVER && ticker.nanos() - giveUpAtNanos >= 0;
    }

    private void settle(Verdict verdict) {
        if (hold.held() && !grip.settle(verdict)) {
            lose();
        }
        counts.ended(verdict);
        if (drain.isRequested()) {
            report(verdict);
        }
    }

    private void report(Verdict verdict) {
        if (giveUpAtNanos == NEVER || !(verdict instanceof Verdict.Release)) {
            counts.drainFinished();
        } else if (hold.handedOff()) {
            counts.drainCutShort();
        } else {
            counts.drainGaveBack();
        }
    }
}
