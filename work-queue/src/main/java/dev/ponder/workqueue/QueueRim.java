package dev.ponder.workqueue;

import static java.util.Objects.requireNonNull;

import dev.ponder.mechanics.time.Ticker;
import java.util.concurrent.ThreadFactory;

/**
 * What a queue takes from the outside world.
 *
 * @param ticker clock of renewals and hand-offs
 * @param loops makes the few long-lived threads: one a slot, one that fetches
 * @param workers makes a thread for each job, and for each poll
 */
public record QueueRim(Ticker ticker, ThreadFactory loops, ThreadFactory workers) {

    public QueueRim {
        requireNonNull(ticker, "ticker is null");
        requireNonNull(loops, "loops is null");
        requireNonNull(workers, "workers is null");
    }

    /** The machine's clock, platform threads for the loops, virtual ones for the jobs and polls. */
    public static QueueRim system() {
        return new QueueRim(
                Ticker.system(),
                Thread.ofPlatform().name("work-slot-", 0).factory(),
                Thread.ofVirtual().name("work-", 0).factory());
    }
}
