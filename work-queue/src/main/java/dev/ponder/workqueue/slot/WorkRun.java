package dev.ponder.workqueue.slot;

import dev.ponder.workqueue.Verdict;
import dev.ponder.workqueue.WorkHold;
import dev.ponder.workqueue.WorkItem;
import dev.ponder.workqueue.Worker;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** One call of the worker, on a thread of its own; the slot's thread watches it. */
final class WorkRun implements Runnable {

    private static final System.Logger LOGGER = System.getLogger(WorkRun.class.getName());

    private final Worker worker;
    private final WorkItem item;
    private final WorkHold hold;
    private final Runnable bell;
    private final Thread thread;
    /** Written once by the worker's thread, before the bell. */
    private volatile @Nullable Verdict verdict;

    private WorkRun(Worker worker, WorkItem item, WorkHold hold, Runnable bell, ThreadFactory threads) {
        this.worker = worker;
        this.item = item;
        this.hold = hold;
        this.bell = bell;
        this.thread = threads.newThread(this);
    }

    static WorkRun start(Worker worker, WorkItem item, WorkHold hold, Runnable bell, ThreadFactory threads) {
        WorkRun run = new WorkRun(worker, item, hold, bell, threads);
        run.thread.start();
        return run;
    }

    /** Says how the work ended; empty while it runs. */
    Optional<Verdict> verdict() {
        return Optional.ofNullable(verdict);
    }

    void interrupt() {
        thread.interrupt();
    }

    @Override
    public void run() {
        try {
            verdict = worker.work(item, hold);
        } catch (InterruptedException e) {
            verdict = Verdict.release("interrupted");
        } catch (
                Throwable
                        e) { // The worker is foreign code: whatever it throws costs this record a try, never the slot.
            LOGGER.log(Level.WARNING, "work on " + item.ref() + " failed", e);
            verdict = Verdict.release("failed: " + e.getClass().getSimpleName());
        } finally {
            bell.run();
        }
    }
}
