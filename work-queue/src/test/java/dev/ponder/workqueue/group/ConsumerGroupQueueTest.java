package dev.ponder.workqueue.group;

import dev.ponder.workqueue.QueueOpener;
import dev.ponder.workqueue.WorkQueueContract;
import dev.ponder.workqueue.WorkQueueSettings;
import java.util.HashMap;
import java.util.Map;

public final class ConsumerGroupQueueTest implements WorkQueueContract {

    @Override
    public QueueOpener opener() {
        return ConsumerGroupQueue::open;
    }

    @Override
    public WorkQueueSettings shortSession(WorkQueueSettings settings) {
        Map<String, Object> client = new HashMap<>(settings.client());
        client.put("session.timeout.ms", 2000);
        client.put("heartbeat.interval.ms", 500);
        return new WorkQueueSettings(
                client, settings.lanes(), settings.slots(), settings.handOff(), settings.retryPause());
    }
}
