package dev.ponder.workqueue;

/** Opens a queue of one adapter. */
@FunctionalInterface
public interface QueueOpener {

    WorkQueue open(WorkQueueSettings settings, Worker worker, RoomGate gate, QueueRim rim);
}
