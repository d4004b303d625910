package dev.ponder.workqueue.slot;

import dev.ponder.workqueue.DrainReport;
import dev.ponder.workqueue.QueueTally;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** All slots of a queue. Any thread. */
public final class SlotPool {

    /** What a slot may need beyond the grace: interrupted work, its settlement, and leaving the group. */
    private static final Duration LEAVING = WorkTurn.INTERRUPT_PATIENCE.plusSeconds(25);

    private final QueueParts parts;
    private final List<SlotLoop> loops;
    private final LoopThreads threads;

    private SlotPool(QueueParts parts, List<SlotLoop> loops, LoopThreads threads) {
        this.parts = parts;
        this.loops = loops;
        this.threads = threads;
    }

    /** Starts as many slots as the settings say; {@code lanes} stand in the order of the settings. */
    public static SlotPool start(QueueParts parts, List<? extends Lane> lanes) {
        PollingTurns turns = parts.turns();
        List<SlotLoop> loops = IntStream.range(0, parts.settings().slots())
                .mapToObj(index -> new SlotLoop(index, parts, turns, lanes))
                .toList();
        return new SlotPool(parts, loops, LoopThreads.start(loops, parts.rim().loops(), parts.ticker()));
    }

    /** Says what has happened so far. */
    public QueueTally tally() {
        return parts.counts().tally();
    }

    /** Drains as {@link dev.ponder.workqueue.WorkQueue#drain} promises, for the slots' threads. */
    public DrainReport drain(Duration grace) {
        request(grace);
        threads.join(grace.plus(LEAVING), () -> request(Duration.ZERO));
        return parts.counts().drainReport();
    }

    private void request(Duration grace) {
        parts.drain().request(grace);
        loops.forEach(SlotLoop::nudge);
    }
}
