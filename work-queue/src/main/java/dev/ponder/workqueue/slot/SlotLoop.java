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
    private final LaneOpener opener;
    private final Semaphore bell = new Semaphore(0);

    SlotLoop(int index, QueueParts parts, PollingTurns turns, LaneOpener opener) {
        this.index = index;
        this.parts = parts;
        this.turns = turns;
        this.opener = opener;
    }

    /** Wakes the slot, so that it sees a drain at once while work runs. */
    void nudge() {
        bell.release();
    }

    @Override
    public void run() {
        List<? extends Lane> lanes = List.of();
        try {
            lanes = opened();
            while (!parts.drain().isRequested()) {
                guardedTurn(lanes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOGGER.log(Level.WARNING, "slot {0} was interrupted and ends", index);
        } finally {
            lanes.forEach(Lane::close);
        }
    }

    /** Tries until the broker's names can be resolved, or the queue drains. */
    private List<? extends Lane> opened() throws InterruptedException {
        while (!parts.drain().isRequested()) {
            try {
                return opener.open(index);
            } catch (RuntimeException e) { // Top of the loop, as below: a slot outlives a broker that is not there yet.
                LOGGER.log(Level.WARNING, "slot " + index + " cannot join; tries again after a pause", e);
                parts.drain().pause(PAUSE_AFTER_FAILURE);
            }
        }
        return List.of();
    }

    private void guardedTurn(List<? extends Lane> lanes) throws InterruptedException {
        try {
            turn(lanes);
        } catch (
                RuntimeException e) { // Top of the loop: a broker's or a gate's failure must not cost the queue a slot.
            LOGGER.log(Level.WARNING, "a turn of slot " + index + " failed; it goes on after a pause", e);
            parts.drain().pause(PAUSE_AFTER_FAILURE);
        }
    }

    private void turn(List<? extends Lane> lanes) throws InterruptedException {
        tend(lanes);
        int lane = turns.claim(PATIENCE);
        if (lane == PollingTurns.NONE) {
            return;
        }
        Taken taken = null;
        try {
            taken = poll(lane, lanes);
        } finally {
            turns.giveBack(lane, taken != null);
        }
        if (taken != null) {
            work(taken, lanes);
        }
    }

    private static void tend(List<? extends Lane> lanes) {
        lanes.forEach(Lane::tend);
    }

    private @Nullable Taken poll(int lane, List<? extends Lane> lanes) throws InterruptedException {
        Room room = awaitRoom(lane).orElse(null);
        if (room == null) {
            return null;
        }
        Grip grip = null;
        try {
            grip = turns.isDue(lane) ? awaitGrip(lane, lanes) : null;
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
                room = parts.gate().enter(parts.topic(lane), PATIENCE);
            }
            return room;
        } finally {
            turns.waitsForRoom(lane, false);
        }
    }

    /** Keeps room and lane until a record comes, unless the queue drains or another lane needs the room. */
    private @Nullable Grip awaitGrip(int lane, List<? extends Lane> lanes) throws InterruptedException {
        Grip grip = lanes.get(lane).take(GLANCE);
        boolean waits = true;
        while (grip == null && waits) {
            turns.foundEmpty(lane);
            tend(lanes);
            grip = lanes.get(lane).take(PATIENCE);
            waits = !parts.drain().isRequested() && !isRoomWantedElsewhere(lane);
        }
        return grip;
    }

    private boolean isRoomWantedElsewhere(int lane) {
        return turns.roomWantedElsewhere(lane, parts.counts().nothingRuns());
    }

    private void work(Taken taken, List<? extends Lane> lanes) throws InterruptedException {
        try (Room _ = taken.room()) {
            parts.counts().taken(taken.grip().item());
            if (parts.drain().isRequested()) {
                giveBack(taken.grip());
            } else {
                new WorkTurn(taken.grip(), taken.room(), parts, bell, () -> tend(lanes)).watch();
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
