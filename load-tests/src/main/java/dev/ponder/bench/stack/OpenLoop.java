package dev.ponder.bench.stack;

import dev.ponder.bench.measure.Workload;
import java.util.function.IntConsumer;

/** Starts jobs when they are due, however the earlier ones fare. */
public final class OpenLoop {

    private OpenLoop() {}

    /**
     * Calls {@code start} with each job's index at its time.
     *
     * @return when the first second of the workload began, on the stopwatch
     */
    public static long run(Workload workload, IntConsumer start) throws InterruptedException {
        long beganNanos = System.nanoTime();
        for (int i = 0; i < workload.jobs().size(); i++) {
            long dueNanos = beganNanos + workload.jobs().get(i).due().toNanos();
            long leftNanos = dueNanos - System.nanoTime();
            if (leftNanos > 0) {
                Thread.sleep(leftNanos / 1_000_000, (int) (leftNanos % 1_000_000));
            }
            start.accept(i);
        }
        return beganNanos;
    }
}
