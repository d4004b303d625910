package dev.ponder.scaling.forecast;

import dev.ponder.scaling.capacity.ReplicaModel;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pool's queue as a fluid: prompts are read one after the other, the most urgent class first, where KV slots are free. The rerun's thread.
 */
final class VirtualQueue {

    private static final double NOTHING = 1e-9;

    private record End(double at, double slots) {}

    private final ReplicaModel model;
    private final double[] limits;
    private final List<Deque<Lot>> waiting;
    private final PriorityQueue<End> ends = new PriorityQueue<>(Comparator.comparingDouble(End::at));
    private double busySlots;
    private double now;

    /**
     * Begins empty.
     *
     * @param limits seconds that a first token may take, by class, the most urgent first
     */
    VirtualQueue(ReplicaModel model, double[] limits) {
        this.model = model;
        this.limits = limits.clone();
        this.waiting = Stream.<Deque<Lot>>generate(ArrayDeque::new)
                .limit(limits.length)
                .toList();
    }

    double now() {
        return now;
    }

    void arrive(int urgency, Lot lot) {
        waiting.get(urgency).addLast(lot);
    }

    /** Lets so many replicas work for a while; what began late, by class. */
    double[] serve(double seconds, double replicas) {
        double[] late = new double[limits.length];
        double tokensPerSecond = replicas * model.prefillTokensPerSecond();
        double end = now + seconds;
        double readUntil = now;
        free(now + seconds / 2); // On the mean: what ends in a slice ends in its middle.
        for (int urgency = 0; urgency < limits.length; urgency++) {
            Lot lot = waiting.get(urgency).peekFirst();
            while (lot != null) {
                double count = Math.min(
                        Math.min(lot.requests(), replicas * model.slots() - busySlots),
                        (end - readUntil) * tokensPerSecond / lot.promptTokens());
                if (count <= NOTHING) {
                    break;
                }
                double begin = Math.max(readUntil, lot.from());
                readUntil += count * lot.promptTokens() / tokensPerSecond;
                late[urgency] += lot.begin(count, begin, readUntil, tokensPerSecond, limits[urgency]);
                hold(count, readUntil, lot.outputTokens(), replicas);
                lot = next(waiting.get(urgency));
            }
        }
        now = end;
        return late;
    }

    private static @Nullable Lot next(Deque<Lot> lots) {
        if (lots.getFirst().requests() <= NOTHING) {
            lots.removeFirst();
        }
        return lots.peekFirst();
    }

    private void hold(double count, double begin, double outputTokens, double replicas) {
        busySlots += count;
        double batch = Math.clamp(busySlots / replicas, 1, model.slots());
        ends.add(new End(begin + outputTokens * model.secondsPerToken(batch), count));
    }

    private void free(double until) {
        while (!ends.isEmpty() && ends.element().at() <= until) {
            busySlots = Math.max(0, busySlots - ends.remove().slots());
        }
    }

    /** What waits already for longer than it may, by class. */
    double[] overdue() {
        double[] overdue = new double[limits.length];
        for (int i = 0; i < limits.length; i++) {
            for (Lot lot : waiting.get(i)) {
                overdue[i] += now - lot.from() > limits[i] ? lot.requests() : 0;
            }
        }
        return overdue;
    }
}
