package dev.ponder.workqueue.share;

import dev.ponder.workqueue.DrainReport;
import dev.ponder.workqueue.QueueRim;
import dev.ponder.workqueue.QueueTally;
import dev.ponder.workqueue.RoomGate;
import dev.ponder.workqueue.WorkQueue;
import dev.ponder.workqueue.WorkQueueSettings;
import dev.ponder.workqueue.Worker;
import dev.ponder.workqueue.slot.Lane;
import dev.ponder.workqueue.slot.QueueParts;
import dev.ponder.workqueue.slot.SlotPool;
import java.time.Duration;
import java.util.List;

/**
 * Work through share groups: each lane's group has a member for each slot, which holds at most one record. A free slot anywhere takes the
 * next record, so a long job delays nobody behind it, until the span trap: a partition whose oldest open record is
 * {@code group.share.partition.max.record.locks} behind its newest stalls, which the hand-off prevents.
 *
 * <p>Guarantee: at least once, up to the group's delivery limit. Order: none. Commit point: the worker's verdict, or the hand-off.
 * The group must read from {@code earliest} and the topic have one partition; {@code WorkTopicCheck} tells.
 */
public final class ShareGroupQueue implements WorkQueue {

    private final SlotPool slots;

    private ShareGroupQueue(SlotPool slots) {
        this.slots = slots;
    }

    /** Joins the groups and begins to work; returns at once, the first record comes when the group has assigned the topic. */
    public static ShareGroupQueue open(WorkQueueSettings settings, Worker worker, RoomGate gate, QueueRim rim) {
        QueueParts parts = QueueParts.of(settings, worker, gate, rim);
        BrokerReach reach = new BrokerReach(settings.client(), parts.ticker());
        return new ShareGroupQueue(SlotPool.start(parts, lanes(parts, reach)));
    }

    private static List<Lane> lanes(QueueParts parts, BrokerReach reach) {
        ShareMembers members = new ShareMembers(parts.settings().client(), parts.ticker());
        return parts.settings().lanes().stream()
                .<Lane>map(lane -> new ShareLane(() -> members.join(lane), reach, parts))
                .toList();
    }

    @Override
    public QueueTally tally() {
        return slots.tally();
    }

    @Override
    public DrainReport drain(Duration grace) {
        return slots.drain(grace);
    }
}
