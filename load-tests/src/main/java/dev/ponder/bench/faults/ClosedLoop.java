package dev.ponder.bench.faults;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** As many callers as three shards can work on at once, each asking again when its answer has come. Owns a thread a caller. */
final class ClosedLoop {

    private static final int CALLERS = 3 * Fleet.BATCH;

    private final Caller caller;
    private final AtomicLong ids = new AtomicLong();

    ClosedLoop(Caller caller) {
        this.caller = caller;
    }

    /**
     * What was asked in a window of time.
     *
     * @param requests all of them, those too that ended after it
     * @param perSecond how many were completed within it, a second
     */
    record Window(Collection<Asked> requests, double perSecond) {}

    /** Asks for a time, and waits for the ends of what was asked by then. */
    Window run(Duration time) throws InterruptedException {
        Collection<Asked> asked = new ConcurrentLinkedQueue<>();
        long untilNanos = System.nanoTime() + time.toNanos();
        Thread[] callers = new Thread[CALLERS];
        for (int i = 0; i < CALLERS; i++) {
            callers[i] = Thread.ofVirtual().start(() -> ask(untilNanos, asked));
        }
        for (Thread one : callers) {
            one.join();
        }
        return new Window(asked, Asked.completedBy(asked, untilNanos) / (time.toNanos() / 1e9));
    }

    private void ask(long untilNanos, Collection<Asked> asked) {
        try {
            while (System.nanoTime() - untilNanos < 0) {
                asked.add(caller.ask("q-" + ids.incrementAndGet()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
