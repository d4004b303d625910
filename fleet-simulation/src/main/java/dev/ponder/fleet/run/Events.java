package dev.ponder.fleet.run;

import dev.ponder.fleet.gpu.SimulatedReplica;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What will happen, in the order of time; of equals first what was planned first. */
final class Events {

    private final PriorityQueue<Event> queue = new PriorityQueue<>();
    private long order;

    void at(double time, Event.Kind kind) {
        queue.add(new Event(time, order++, kind, null, 0));
    }

    void at(double time, Event.Kind kind, SimulatedReplica replica) {
        queue.add(new Event(time, order++, kind, replica, replica.version()));
    }

    /** When the next happens; infinite where nothing will. */
    double next() {
        Event first = queue.peek();
        return first == null ? Double.POSITIVE_INFINITY : first.at();
    }

    @Nullable
    Event take() {
        return queue.poll();
    }
}
