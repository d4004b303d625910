package dev.ponder.reasoner.intake;

/**
 * The part of a job that is not worth finishing once its record is another's or its request is cancelled: tokens are being spent. What
 * follows, the outcome's writing, always is: whichever outcome comes first counts. Stopped by any thread, ended by the worker's.
 */
final class Thinking implements AutoCloseable {

    private final Thread worker;
    private boolean stopped;
    private boolean ended;

    /** Begins on the worker's thread. */
    Thinking(Thread worker) {
        this.worker = worker;
    }

    /** Interrupts the worker if it still thinks. */
    synchronized void stop() {
        if (!ended) {
            stopped = true;
            worker.interrupt();
        }
    }

    /** Ends it; an interruption that came as the answer did must not reach the answer's writing. */
    @Override
    public synchronized void close() {
        ended = true;
        if (stopped) {
            boolean late = Thread.interrupted();
            System.getLogger(Thinking.class.getName()).log(System.Logger.Level.DEBUG, "stopped; in vain: {0}", late);
        }
    }
}
