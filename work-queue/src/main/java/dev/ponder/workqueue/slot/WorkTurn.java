package dev.ponder.workqueue.slot;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.workqueue.HandOffHook;
import dev.ponder.workqueue.HandOffRule;
import dev.ponder.workqueue.Room;
import dev.ponder.workqueue.Verdict;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One record from its arrival to its end: starts the worker, renews the record meanwhile, hands it off when the work grows old or the
 * span behind it wide, interrupts at the end of a drain's grace, and settles. Runs on the slot's thread.
 */
final class WorkTurn {

    /** How long interrupted work may take to end before its record is given back under it. */
    static final Duration INTERRUPT_PATIENCE = Duration.ofSeconds(5);

    private static final System.Logger LOGGER = System.getLogger(WorkTurn.class.getName());
    private static final long NEVER = Long.MAX_VALUE;
    /** How often lanes are tended, and the span behind a held record is looked at. */
    private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

    private final Grip grip;
    private final DrainSignal drain;
    private final QueueCounts counts;
    private final Ticker ticker;
    private final Semaphore bell;
    private final Runnable chores;
    private final LiveHold hold;
    private final WorkRun run;
    private final long renewEveryNanos;
    private final HandOffRule handOff;
    private final long beganNanos;
    private long renewAtNanos;
    private long handOffFromNanos;
    private long giveUpAtNanos = NEVER;

    /** Starts the work; {@code chores} are what the slot must do every second or so besides. */
    WorkTurn(Grip grip, Room room, QueueParts parts, Semaphore bell, Runnable chores) {
        this.hold = new LiveHold(room);
        this.grip = grip;
        this.drain = parts.drain();
        this.counts = parts.counts();
        this.ticker = parts.ticker();
        this.bell = bell;
        this.chores = chores;
        this.renewEveryNanos = grip.renewEvery().toNanos();
        long now = ticker.nanos();
        this.renewAtNanos = now + renewEveryNanos;
        this.handOff = parts.settings().handOff();
        this.beganNanos = now;
        this.handOffFromNanos = now;
        counts.began();
        this.run = WorkRun.start(
                parts.worker(), grip.item(), hold, bell::release, parts.rim().workers());
    }

    /** Watches the work until it ends; interrupted, it drops all and leaves the record to others. */
    void watch() throws InterruptedException {
        try {
            while (run.verdict().isEmpty() && !givenUp()) {
                chores.run();
                long now = ticker.nanos();
                loseIfLost();
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
        long wait = Math.min(LOOK_NANOS, drain.graceLeftNanos() > 0 ? drain.graceLeftNanos() : NEVER);
        if (hold.held()) {
            long handOffAtNanos =
                    Math.max(handOffFromNanos, beganNanos + handOff.after().toNanos());
            wait = Math.min(wait, Math.min(renewAtNanos, handOffAtNanos) - now);
        }
        if (giveUpAtNanos != NEVER) {
            wait = Math.min(wait, giveUpAtNanos - now);
        }
        if (run.verdict().isEmpty() && wait > 0 && bell.tryAcquire(wait, TimeUnit.NANOSECONDS)) {
            bell.drainPermits();
        }
    }

    private void loseIfLost() {
        if (hold.held() && grip.isLost()) {
            lose();
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
        if (!hold.held() || now - handOffFromNanos < 0 || !isHandOffDue(now)) {
            return;
        }
        handOffFromNanos = now + renewEveryNanos;
        HandOffHook hook = hold.handOffHook().orElse(null);
        if (hook != null) {
            renew();
            if (hold.held() && secured(hook) && run.verdict().isEmpty()) {
                letGo();
            }
        }
    }

    private boolean isHandOffDue(long now) {
        return handOff.isDue(
                Duration.ofNanos(now - beganNanos),
                counts.offsets().behind(grip.item().ref()));
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
            counts.handedOff(grip.item());
            grip.close();
        } else {
            lose();
        }
    }

    private void lose() {
        counts.fenced(grip.item());
        LOGGER.log(Level.WARNING, "{0} was lost while its work ran", grip.item().ref());
        try {
            hold.fence();
        } catch (RuntimeException e) { // Foreign code: its failure must not keep the slot from watching the work.
            LOGGER.log(Level.WARNING, "the fence hook of " + grip.item().ref() + " failed", e);
        }
        grip.close();
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
        counts.ended(grip.item(), verdict);
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
