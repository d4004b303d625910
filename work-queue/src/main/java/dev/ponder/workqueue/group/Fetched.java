package dev.ponder.workqueue.group;

import dev.ponder.workqueue.WorkItem;

/**
 * A fetched record that waits for a slot.
 *
 * @param item the record, counting this try and those of members before
 * @param claim its partition
 * @param readyNanos when it may be tried, on the queue's stopwatch
 */
record Fetched(WorkItem item, Claim claim, long readyNanos) {

    static Fetched first(WorkItem item, Claim claim) {
        return new Fetched(item.delivered(claim.open(item)), claim, 0);
    }

    Fetched retryAt(long nanos) {
        return new Fetched(item.delivered(item.deliveryCount() + 1), claim, nanos);
    }
}
