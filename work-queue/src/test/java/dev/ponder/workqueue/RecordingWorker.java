package dev.ponder.workqueue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Notes each delivery, then does as it was told for that value, or is done at once. */
public final class RecordingWorker implements Worker {

    private final Map<String, List<Integer>> deliveries = new ConcurrentHashMap<>();
    private final Map<String, Worker> scripts = new ConcurrentHashMap<>();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    public RecordingWorker on(String value, Worker script) {
        scripts.put(value, script);
        return this;
    }

    @Override
    public Verdict work(WorkItem item, WorkHold hold) throws InterruptedException {
        String value = item.value().text();
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        deliveries.computeIfAbsent(value, _ -> new CopyOnWriteArrayList<>()).add(item.deliveryCount());
        try {
            return scripts.getOrDefault(value, (_, _) -> Verdict.done()).work(item, hold);
        } finally {
            running.decrementAndGet();
        }
    }

    /** Delivery counts of a value, in the order in which it came. */
    public List<Integer> deliveriesOf(String value) {
        return deliveries.getOrDefault(value, List.of());
    }

    public Map<String, List<Integer>> deliveries() {
        return deliveries;
    }

    public int mostAtOnce() {
        return most.get();
    }

    /** A script that works until the latch opens. */
    public static Worker until(CountDownLatch latch) {
        return (_, _) -> {
            latch.await();
            return Verdict.done();
        };
    }
}
