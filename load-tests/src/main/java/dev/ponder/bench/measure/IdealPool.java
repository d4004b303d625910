package dev.ponder.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The waits of a first-come first-served pool without any cost of its own: computed, so that nothing real can be better. Each
 * job starts when it is due or when the first slot falls free, whichever is later.
 */
public final class IdealPool {

    private IdealPool() {}

    /** Gives each job's wait in seconds. */
    public static List<Double> waits(Workload workload, int slots) {
        PriorityQueue<Double> free = new PriorityQueue<>();
        for (int i = 0; i < slots; i++) {
            free.add(0.0);
        }
        List<Double> waits = new ArrayList<>();
        for (Workload.Job job : workload.jobs()) {
            double due = job.due().toNanos() / 1e9;
            double start = Math.max(due, free.remove());
            free.add(start + job.service().toNanos() / 1e9);
            waits.add(start - due);
        }
        return waits;
    }
}
