package dev.ponder.router.settlement.liveness;

import dev.ponder.contracts.work.WorkPlace;
import java.util.Map;

/**
 * How far the work queue has come: in each lane all records below its front are done with, whether they were worked on, given up or
 * archived by the broker.
 *
 * @param byLane the first offset that is not done with
 */
public record Fronts(Map<Lane, Long> byLane) {

    /** Nothing is known. */
    public static final Fronts UNKNOWN = new Fronts(Map.of());

    /** One partition of a work topic. */
    public record Lane(String topic, int partition) {

        /** The lane of a place. */
        public static Lane of(WorkPlace place) {
            return new Lane(place.topic(), place.partition());
        }
    }

    public Fronts {
        byLane = Map.copyOf(byLane);
    }

    /** Whether the queue will bring this record to nobody any more. False where nothing is known of its lane. */
    boolean passed(WorkPlace place) {
        return place.offset() < byLane.getOrDefault(Lane.of(place), 0L);
    }
}
