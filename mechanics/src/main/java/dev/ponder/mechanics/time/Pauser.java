package dev.ponder.mechanics.time;

import java.time.Duration;

/** Lets a thread wait: a port beside {@link Ticker}, so that waiting passes under a virtual clock as well. */
@FunctionalInterface
public interface Pauser {

    /** Waits for so long, at least. */
    void pause(Duration duration) throws InterruptedException;

    /** Real sleep. */
    static Pauser system() {
        return Thread::sleep;
    }
}
