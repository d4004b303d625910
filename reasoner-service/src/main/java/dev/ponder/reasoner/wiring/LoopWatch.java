package dev.ponder.reasoner.wiring;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;

/** Makes the queue's loop threads and knows which have ended. A loop ends only when the queue drains, or when it broke. Any thread. */
final class LoopWatch implements ThreadFactory {

    private final ThreadFactory factory;
    private final Queue<Thread> loops = new ConcurrentLinkedQueue<>();

    LoopWatch(ThreadFactory factory) {
        this.factory = factory;
    }

    @Override
    public Thread newThread(Runnable loop) {
        Thread thread = factory.newThread(loop);
        loops.add(thread);
        return thread;
    }

    /** How many loops have ended. */
    long ended() {
        return loops.stream()
                .filter(thread -> thread.getState() == Thread.State.TERMINATED)
                .count();
    }
}
