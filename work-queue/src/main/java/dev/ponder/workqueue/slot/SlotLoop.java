package dev.ponder.workqueue.slot;

import dev.ponder.workqueue.Room;
import dev.ponder.workqueue.Verdict;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** One slot: claims a lane, waits for room and then for a record, works on it, and so on until the queue drains. Owns a thread. */
final class SlotLoop implements Runnable {

    private static final System.Logger LOGGER = System.getLogger(SlotLoop.class.getName());
    /** How long one wait lasts before the slot looks whether the queue drains. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** How long the first poll of a lane lasts: what waits there comes sooner, and surplus must not wait longer for nothing. */
    private static final Duration GLANCE = Duration.ofMillis(20);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final int index;
    private final QueueParts parts;
    private final PollingTurns turns;
    private final List<? extends Lane> lanes;
    private final Semaphore bell = new Semaphore(0);

    SlotLoop(int index, QueueParts parts, PollingTurns turns, List<? extends Lane> lanes) {
        this.index = index;
        this.parts = parts;
        this.turns = turns;
        this.lanes = lanes;
    }

    /** Wakes the slot, so that it sees a drain at once while work runs. */
    void nudge() {
        bell.release();
    }

    @Override
    public void run() {
        try {
            admit();
            while (!parts.drain().isRequested()) {
                guardedTurn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOGGER.log(Level.WARNING, "slot {0} was interrupted and ends", index);
        } finally {
            lanes.forEach(Lane::leave);
        }
    }

    /** A lane that is not ready now, since no broker's name can be resolved, gets ready when it is polled. */
    private void admit() {
        try {
            lanes.forEach(Lane::admit);
        } catch (RuntimeException e) { // As below: a slot outlives a broker that is not there yet.
            LOGGER.log(Level.WARNING, "slot " + index + " cannot join; tries again when it polls", e);
        }
    }

    private void guardedTurn() throws InterruptedException {
        try {
            turn();
        } catch (
                RuntimeException e) { // Top of the loop: a broker's or a gate's failure must not cost the queue a slot.
            LOGGER.log(Level.WARNING, "a turn of slot " + index + " failed; it goes on after a pause", e);
            parts.drain().pause(PAUSE_AFTER_FAILURE);
        }
    }

    private void turn() throws InterruptedException {
        tend();
        int lane = turns.claim(PATIENCE);
        if (lane == PollingTurns.NONE) {
            return;
        }
        Taken taken = null;
        try {
            taken = poll(lane);
        } finally {
            turns.giveBack(lane, taken != null);
        }
        if (taken != null) {
            work(taken);
        }
    }

    private void tend() {
        lanes.forEach(Lane::tend);
    }

    private @Nullable Taken poll(int lane) throws InterruptedException {
        Room room = awaitRoom(lane).orElse(null);
        if (room == null) {
            return null;
        }
        Grip grip = null;
        try {
            grip = turns.isDue(lane) ? awaitGrip(lane) : null;
        } finally {
            if (grip == null) {
                room.close();
            }
        }
        return grip == null ? null : new Taken(grip, room);
    }

    private Optional<Room> awaitRoom(int lane) throws InterruptedException {
        turns.waitsForRoom(lane, true);
        try {
            Optional<Room> room = Optional.empty();
            while (room.isEmpty() && !parts.drain().isRequested() && turns.isDue(lane)) {
                tend();
                room = parts.gate().enter(parts.topic(lane), PATIENCE);
            }
            return room;
        } finally {
            turns.waitsForRoom(lane, false);
        }
    }

    /** Keeps room and lane until a record comes, unless the queue drains or another lane needs the room. */
    private @Nullable Grip awaitGrip(int lane) throws InterruptedException {
        Grip grip = lanes.get(lane).take(GLANCE);
        boolean waits = true;
        while (grip == null && waits) {
            turns.foundEmpty(lane);
            tend();
            grip = lanes.get(lane).take(PATIENCE);
            waits = !parts.drain().isRequested() && !isRoomWantedElsewhere(lane);
        }
        return grip;
    }

    private boolean isRoomWantedElsewhere(int lane) {
        return turns.roomWantedElsewhere(lane, parts.counts().nothingRuns());
    }

    private void work(Taken taken) throws InterruptedException {
        try (Room room = taken.room();
                Grip grip = taken.grip()) {
            parts.counts().taken(grip.item());
            if (parts.drain().isRequested()) {
                giveBack(grip);
            } else {
                new WorkTurn(grip, room, parts, bell, this::tend).watch();
            }
        }
    }

    /** A record that came in the last poll before the drain was seen; work on it has not begun. */
    private void giveBack(Grip grip) {
        if (grip.settle(Verdict.release("drains"))) {
            parts.counts().gaveBackUntouched(grip.item());
        }
    }

    private record Taken(Grip grip, Room room) {}
}
