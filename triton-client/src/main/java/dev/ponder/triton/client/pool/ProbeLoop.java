package dev.ponder.triton.client.pool;

import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Finds out whether shards work by letting them generate one token: readiness calls stay true on servers that have stopped
 * generating. Runs on the scheduler that it is given; each look is short.
 */
public final class ProbeLoop implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(ProbeLoop.class.getName());
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final ProbeTurn turn;
    private final ScheduledFuture<?> looking;

    /** Starts to look at once. */
    public ProbeLoop(
            ShardPool pool,
            HealthRule rule,
            Ticker ticker,
            RandomGenerator random,
            ScheduledExecutorService scheduler) {
        this.turn = new ProbeTurn(pool, rule, ticker, "probe-" + Long.toHexString(random.nextLong()) + "-");
        this.looking = scheduler.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            turn.run();
        } catch (RuntimeException broken) {
            // A scheduler ends a task that throws, without a word; shards would then stay suspect for ever.
            LOGGER.log(System.Logger.Level.ERROR, "a look at the shards failed", broken);
        }
    }

    /** Looks no more; probes in progress end by their deadline. */
    @Override
    public void close() {
        looking.cancel(false);
    }
}
