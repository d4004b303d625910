package dev.ponder.fleet.scaler;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says when a law that looks less often than the simulation asks is due. One thread. */
final class Pacer {

    private final Duration period;
    private @Nullable Instant last;

    Pacer(Duration period) {
        this.period = period;
    }

    boolean isDue(Instant now) {
        if (last != null && now.isBefore(last.plus(period))) {
            return false;
        }
        last = now;
        return true;
    }
}
