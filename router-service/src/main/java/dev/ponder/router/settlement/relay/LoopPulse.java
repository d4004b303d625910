package dev.ponder.router.settlement.relay;

import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;

/** The settlement loop's sign of life. The loop writes, any thread reads. */
public final class LoopPulse {

    private final Ticker ticker;
    private volatile long lastTurnNanos;
    private volatile long lastGoodTurnNanos;
    private volatile LoopState state = new LoopState.Starting();

    /** Counts from now, as if a turn had just ended. */
    public LoopPulse(Ticker ticker) {
        this.ticker = ticker;
        this.lastTurnNanos = ticker.nanos();
        this.lastGoodTurnNanos = lastTurnNanos;
    }

    /** Says that the loop's thread goes on. */
    public void beat() {
        lastTurnNanos = ticker.nanos();
    }

    void become(LoopState next) {
        state = next;
        beat();
        if (next instanceof LoopState.Running) {
            lastGoodTurnNanos = lastTurnNanos;
        }
    }

    /** What the loop is at. */
    public LoopState state() {
        return state;
    }

    /** How long ago a turn last ended that did not fail. */
    public Duration sinceLastGoodTurn() {
        return Duration.ofNanos(ticker.nanos() - lastGoodTurnNanos);
    }

    /** How long ago the loop's thread last gave a sign. */
    public Duration sinceLastTurn() {
        return Duration.ofNanos(ticker.nanos() - lastTurnNanos);
    }
}
