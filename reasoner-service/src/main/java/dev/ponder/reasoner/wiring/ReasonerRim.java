package dev.ponder.reasoner.wiring;

import dev.ponder.mechanics.time.Pauser;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.workqueue.QueueRim;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;

/**
 * What the machine gives to a reasoner: time, chance and threads. Here alone they enter, so that all else can run by others.
 *
 * @param ticker clocks
 * @param pauser lets a job wait
 * @param random spreads probes
 * @param timer does what takes no time and waits for nobody, at its time
 * @param looking looks names up and reads files, which may take long
 * @param chains of jobs that think several at once
 * @param queue the work queue's own
 */
record ReasonerRim(
        Ticker ticker,
        Pauser pauser,
        RandomGenerator random,
        ScheduledExecutorService timer,
        ScheduledExecutorService looking,
        ThreadFactory chains,
        QueueRim queue)
        implements AutoCloseable {

    /** The machine's own; its timers are daemons. */
    static ReasonerRim system() {
        return new ReasonerRim(
                Ticker.system(),
                Pauser.system(),
                RandomGenerator.getDefault(),
                timer("reasoner-timer"),
                timer("reasoner-looking"),
                Thread.ofVirtual().name("chain-", 0).factory(),
                QueueRim.system());
    }

    private static ScheduledExecutorService timer(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Ends the timers, and what they would have done. */
    @Override
    public void close() {
        timer.shutdownNow();
        looking.shutdownNow();
    }
}
