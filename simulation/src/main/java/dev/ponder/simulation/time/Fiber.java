package dev.ponder.simulation.time;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Blocking code under virtual time: it has a thread of its own, but runs only while the agenda's thread waits for it, so that one thing
 * happens at a time and every run of a seed is the same.
 */
public final class Fiber {

    private static final ThreadLocal<@Nullable Fiber> CURRENT = new ThreadLocal<>();

    /** Of the real clock: longer means that it will never rest. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Agenda agenda;
    private final Semaphore rest = new Semaphore(0);
    private final Thread thread;
    /** Which sleep it is in; a waking that belongs to another one is none. */
    private long sleep;

    private volatile boolean mayRun;
    private boolean ended;
    private boolean killed;
    private @Nullable Throwable failure;

    /** Thrown in a fiber whose process has crashed: nothing that it would still do may be seen. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("the process has crashed", null, false, false);
        }
    }

    private Fiber(Agenda agenda, Runnable body) {
        this.agenda = agenda;
        this.thread = Thread.ofVirtual().unstarted(() -> run(body));
    }

    /** Starts code and runs it until it rests. */
    public static Fiber start(Agenda agenda, Runnable body) {
        Fiber fiber = prepare(agenda, body);
        fiber.begin();
        return fiber;
    }

    /** Makes a fiber that does not run yet. */
    public static Fiber prepare(Agenda agenda, Runnable body) {
        return new Fiber(agenda, body);
    }

    /** Runs it until it rests for the first time, unless it was ended before. */
    public void begin() {
        if (!killed) {
            agenda.began(this);
            thread.start();
            resume();
        }
    }

    /** The fiber that runs, if one does. */
    public static @Nullable Fiber current() {
        return CURRENT.get();
    }

    private void run(Runnable body) {
        awaitTurn();
        CURRENT.set(this);
        try {
            body.run();
        } catch (Killed _) {
            killed = true;
        } catch (Throwable defect) { // The fiber's top: the agenda's thread throws it on, so that a run ends with it.
            failure = defect;
        } finally {
            ended = true;
            agenda.ended(this);
            rest.release();
        }
    }

    /** Rests for so long, in the fiber that calls; an interruption ends the rest at its next turn. */
    public static void pause(Duration duration) throws InterruptedException {
        requireNonNull(CURRENT.get(), "not in a fiber").sleepFor(duration);
    }

    private void sleepFor(Duration duration) throws InterruptedException {
        long mine = ++sleep;
        agenda.after(duration, () -> {
            if (sleep == mine) {
                resume();
            }
        });
        rest.release();
        awaitTurn();
        sleep++;
        if (killed) {
            throw new Killed();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /**
     * Waits without touching an interruption, which others look for meanwhile: a lock or semaphore takes the flag away and gives it back
     * when the machine's scheduler pleases, so that the same seed would go on in two ways.
     */
    @SuppressWarnings("ThreadPriorityCheck") // An interrupted thread can't park, and must leave room to others.
    private void awaitTurn() {
        while (!mayRun) {
            LockSupport.park(this);
            if (thread.isInterrupted()) {
                Thread.yield();
            }
        }
        mayRun = false;
    }

    /** What a fiber throws to end itself as a crash would. */
    public static Killed crashed() {
        return new Killed();
    }

    /** Ends its rest early, in a turn of its own, if it was interrupted. */
    public void wakeIfInterrupted() {
        agenda.after(Duration.ZERO, () -> {
            if (!ended && thread.isInterrupted()) {
                resume();
            }
        });
    }

    /** Ends it wherever it rests. */
    public void kill() {
        killed = true;
        resume();
    }

    private void resume() {
        if (!ended && thread.getState() != Thread.State.NEW) {
            mayRun = true;
            LockSupport.unpark(thread);
            awaitRest();
            throwOn();
        }
    }

    private void awaitRest() {
        boolean interrupted = Thread.interrupted();
        try {
            if (!rest.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("code under virtual time waits for real");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException("stopped from outside", stopped);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void throwOn() {
        if (failure != null) {
            throw new IllegalStateException("a process failed as none should", failure);
        }
    }
}
