package dev.ponder.workqueue.share;

import dev.ponder.workqueue.QueueOpener;
import dev.ponder.workqueue.WorkQueueContract;

public final class ShareGroupQueueTest implements WorkQueueContract {

    @Override
    public QueueOpener opener() {
        return ShareGroupQueue::open;
    }
}
