package dev.ponder.workqueue.slot;

import dev.ponder.mechanics.time.Ticker;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/** Threads of loops, from their start to their end. Any thread. */
public final class LoopThreads {

    private static final System.Logger LOGGER = System.getLogger(LoopThreads.class.getName());

    private final List<Thread> threads;
    private final Ticker ticker;

    private LoopThreads(List<Thread> threads, Ticker ticker) {
        this.threads = threads;
        this.ticker = ticker;
    }

    /** Starts a thread for each loop. */
    public static LoopThreads start(Collection<? extends Runnable> loops, ThreadFactory factory, Ticker ticker) {
        List<Thread> threads = loops.stream().map(factory::newThread).toList();
        threads.forEach(Thread::start);
        return new LoopThreads(threads, ticker);
    }

    /**
     * Waits until all have ended, but not much longer than {@code patience}; who has not ended then is named in the log. When the
     * caller is interrupted it calls {@code hurry} and waits on, and the interruption is restored.
     */
    public void join(Duration patience, Runnable hurry) {
        boolean interrupted = false;
        while (!joined(patience)) {
            interrupted = true;
            hurry.run();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** False if the caller was interrupted while it waited. */
    private boolean joined(Duration patience) {
        long end = ticker.nanos() + patience.toNanos();
        try {
            for (Thread thread : threads) {
                if (!thread.join(Duration.ofNanos(end - ticker.nanos()))) {
                    LOGGER.log(Level.ERROR, "{0} did not end in time; it is left behind", thread.getName());
                }
            }
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
