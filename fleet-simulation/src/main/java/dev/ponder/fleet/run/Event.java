package dev.ponder.fleet.run;

import static java.util.Objects.requireNonNull;

import dev.ponder.fleet.gpu.SimulatedReplica;
import org.jspecify.annotations.Nullable;

/**
 * Something that will happen, or would have if its replica had not changed since.
 *
 * @param at when
 * @param order of equals in time
 * @param version of the replica's batch for which an end was reckoned
 */
record Event(double at, long order, Kind kind, @Nullable SimulatedReplica replica, int version)
        implements Comparable<Event> {

    enum Kind {
        TICK,
        WARM,
        READ,
        END
    }

    /** The replica that it happens to; a tick happens to none. */
    SimulatedReplica whose() {
        return requireNonNull(replica, "replica is null");
    }

    @Override
    public int compareTo(Event other) {
        int byTime = Double.compare(at, other.at);
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
}
