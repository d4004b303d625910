package dev.ponder.cluster.parts;

import java.time.Duration;
import java.util.function.IntSupplier;

/** Looks at a number for a while. */
public final class Watched {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private Watched() {}

    /** The smallest that a number was while it was looked at. */
    public static int lowest(IntSupplier number, Duration span) throws InterruptedException {
        int lowest = Integer.MAX_VALUE;
        long end = System.nanoTime() + span.toNanos();
        do {
            lowest = Math.min(lowest, number.getAsInt());
            Thread.sleep(PAUSE);
        } while (System.nanoTime() - end < 0);
        return lowest;
    }

    /** The largest that a number was while it was looked at. */
    public static int highest(IntSupplier number, Duration span) throws InterruptedException {
        return -lowest(() -> -number.getAsInt(), span);
    }
}
