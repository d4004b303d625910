package dev.ponder.workqueue;

import java.time.Duration;
import java.util.Optional;

/**
 * Late binding: work is taken only when there is room for it. A record's size is unknown until it is taken, so room is asked for the
 * largest work that the topic admits. Called by many slots at once, and it should serve them in turn: an unfair gate starves a lane.
 */
@FunctionalInterface
public interface RoomGate {

    /**
     * Waits until the largest work of {@code topic} fits, but not much longer than {@code patience}.
     *
     * @return the room, to be closed by the queue when the work has ended or none came; empty if there was none in time
     */
    Optional<Room> enter(String topic, Duration patience) throws InterruptedException;

    /** A gate that always has room: slots alone bound the work. */
    static RoomGate open() {
        return (topic, patience) -> Optional.of(() -> {});
    }
}
