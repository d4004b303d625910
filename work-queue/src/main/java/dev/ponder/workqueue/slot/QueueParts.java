package dev.ponder.workqueue.slot;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.workqueue.QueueRim;
import dev.ponder.workqueue.RoomGate;
import dev.ponder.workqueue.WorkLane;
import dev.ponder.workqueue.WorkQueueSettings;
import dev.ponder.workqueue.Worker;

/**
 * What all slots of one queue share.
 *
 * @param settings what the queue was opened with
 * @param worker does the work
 * @param gate says when there is room
 * @param rim clock and threads
 * @param drain whether the queue drains
 * @param counts what it has seen
 */
public record QueueParts(
        WorkQueueSettings settings, Worker worker, RoomGate gate, QueueRim rim, DrainSignal drain, QueueCounts counts) {

    /** The parts of a queue that is about to open. */
    public static QueueParts of(WorkQueueSettings settings, Worker worker, RoomGate gate, QueueRim rim) {
        return new QueueParts(settings, worker, gate, rim, new DrainSignal(rim.ticker()), new QueueCounts());
    }

    /** The queue's clock. */
    public Ticker ticker() {
        return rim.ticker();
    }

    String topic(int lane) {
        return settings.lanes().get(lane).topic();
    }

    PollingTurns turns() {
        return new PollingTurns(
                ticker(), settings.lanes().stream().mapToInt(WorkLane::weight).toArray());
    }
}
