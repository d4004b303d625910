package dev.ponder.autoscaler.loop;

import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Takes the turns of one pool, one after the other. A turn that fails is logged and the next one comes; only its end ends the loop. Owns a
 * virtual thread.
 */
public final class PoolLoop {

    private static final Logger LOGGER = Logger.getLogger(PoolLoop.class);
    private static final Duration STUCK = Duration.ofMinutes(2);

    private final PoolTurn turn;
    private final LoopMeters meters;
    private final Duration interval;
    private final Ticker ticker;
    private final Thread thread;
    private volatile long begunNanos;

    /**
     * Prepares the loop; begins with {@link #start()}.
     *
     * @param interval the pause between two turns
     */
    public PoolLoop(PoolTurn turn, LoopMeters meters, Duration interval, Ticker ticker) {
        this.turn = turn;
        this.meters = meters;
        this.interval = interval;
        this.ticker = ticker;
        this.begunNanos = ticker.nanos();
        this.thread = Thread.ofVirtual().name("pool-" + turn.pool()).unstarted(this::run);
    }

    /** Takes turns from now on. */
    public void start() {
        begunNanos = ticker.nanos();
        thread.start();
    }

    /** Whether it still takes turns: its thread is there and no turn is stuck. */
    public boolean isAlive() {
        Duration since = Duration.ofNanos(ticker.nanos() - begunNanos);
        return thread.isAlive() && since.compareTo(STUCK.plus(interval)) < 0;
    }

    /** Ends after the turn in hand, which is interrupted where it waits. */
    public void stop() throws InterruptedException {
        thread.interrupt();
        thread.join(interval);
    }

    private void run() {
        try {
            while (true) {
                begunNanos = ticker.nanos();
                takeTurn();
                Thread.sleep(interval);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever a turn throws, the pool is looked at again: a loop that ended would leave it as it is for ever. */
    private void takeTurn() throws InterruptedException {
        try {
            meters.turned(turn.pool(), turn.run(begunNanos));
        } catch (RuntimeException failed) {
            meters.failed(turn.pool());
            LOGGER.errorf(failed, "a turn of pool %s failed", turn.pool());
        }
    }
}
