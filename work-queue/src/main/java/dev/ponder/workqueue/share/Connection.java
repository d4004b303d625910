package dev.ponder.workqueue.share;

import dev.ponder.mechanics.time.Ticker;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Whether a member has lost its broker. Owned by whoever has the member, and looked at every second or so.
 *
 * <p>Why it matters, as seen on client 4.2.1: the broker lets go of a member's records as soon as its connection ends, so a record
 * in hand is another's by then; and a member whose broker is away keeps a core busy, on the thread that polls
 * ({@code maximumTimeToWait} is 0 once a heartbeat is overdue) as well as on its own (each fetch fails at once and is tried again).
 */
final class Connection {

    private static final long GRACE_NANOS = Duration.ofSeconds(2).toNanos();

    private final DoubleSupplier open;
    private final Ticker ticker;
    private boolean gone;
    private long goneSinceNanos;

    /** Watches the count of open connections that {@code open} gives. */
    Connection(DoubleSupplier open, Ticker ticker) {
        this.open = open;
        this.ticker = ticker;
    }

    /** Whether there has been none for longer than a moment; once it is cut, it is for good, since the member is given up. */
    boolean isCut() {
        if (open.getAsDouble() > 0) {
            gone = false;
            return false;
        }
        long now = ticker.nanos();
        if (!gone) {
            gone = true;
            goneSinceNanos = now;
        }
        return now - goneSinceNanos >= GRACE_NANOS;
    }
}
