package dev.ponder.models.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends a body that has stopped coming: a request's own timeout is over once its answer begins. Closing the body ends the read that waits
 * for it.
 */
final class StallGuard implements AutoCloseable {

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("stall-guard").factory());
    private final AtomicBoolean moved = new AtomicBoolean(true);
    private final InputStream body;

    private StallGuard(InputStream body) {
        this.body = body;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the guard
    static StallGuard over(InputStream body, Duration quiet) {
        StallGuard guard = new StallGuard(body);
        guard.clock.scheduleWithFixedDelay(guard::look, quiet.toMillis(), quiet.toMillis(), TimeUnit.MILLISECONDS);
        return guard;
    }

    /** Bytes came. */
    void moved() {
        moved.set(true);
    }

    private void look() {
        if (!moved.getAndSet(false)) {
            try {
                body.close();
            } catch (IOException _) {
                // It is closed to end it; how it ends does not matter.
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
