package dev.ponder.simulation.actor;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.simulation.time.Fiber;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What will be known later, waited for in virtual time. A fiber's. */
final class VirtualFuture extends CompletableFuture<Void> {

    private static final Duration STEP = Duration.ofMillis(5);

    private final Ticker clock;

    VirtualFuture(Ticker clock) {
        this.clock = clock;
    }

    @Override
    public Void get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        long untilNanos = clock.nanos() + unit.toNanos(timeout);
        while (!isDone()) {
            if (clock.nanos() - untilNanos >= 0) {
                throw new TimeoutException("not known in time");
            }
            Fiber.pause(STEP);
        }
        return get();
    }
}
