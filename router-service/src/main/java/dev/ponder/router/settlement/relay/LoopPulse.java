package dev.ponder.router.settlement.relay;

import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;

/** The settlement loop's sign of life. The loop writes, any thread reads. */
public final class LoopPulse {

    private final Ticker ticker;
    private volatile long lastTurnNanos;
    private volatile LoopState state = new LoopState.Starting();

    /** Counts from now, as if a turn had just ended. */
    public LoopPulse(Ticker ticker) {
        this.ticker = ticker;
        this.lastTurnNanos = ticker.nanos();
    }

    /** Says that the loop's thread goes on. */
    public void beat() {
        lastTurnNanos = ticker.nanos();
    }

    void become(LoopState next) {
        state = next;
        beat();
    }

    /** What the loop is at. */
    public LoopState state() {
        return state;
    }

    /** How long ago the loop's thread last gave a sign. */
    public Duration sinceLastTurn() {
        return Duration.ofNanos(ticker.nanos() - lastTurnNanos);
    }
}
