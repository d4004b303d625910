package dev.ponder.workqueue.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.testkafka.TestKafka;
import dev.ponder.workqueue.QueueOpener;
import dev.ponder.workqueue.RecordingWorker;
import dev.ponder.workqueue.Verdict;
import dev.ponder.workqueue.WorkQueue;
import dev.ponder.workqueue.WorkQueueContract;
import dev.ponder.workqueue.WorkQueueSettings;
import dev.ponder.workqueue.WorkTopic;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.junit.jupiter.api.Test;

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

    @Test
    void repeatsAllAboveTheOldestOpenRecordAndLosesNothing() throws Exception {
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared())) {
            RecordingWorker worker = new RecordingWorker().on("second", RecordingWorker.until(new CountDownLatch(1)));
            topic.write("first", "second", "third", "fourth");
            WorkQueue cut = open(topic, 2, worker);
            WorkQueueContract.eventually(() -> cut.tally().done() == 3);
            cut.close();

            RecordingWorker heir = new RecordingWorker();
            WorkQueue next = open(topic, 2, heir);
            WorkQueueContract.eventually(() -> next.tally().done() == 3);
            next.drain(GRACE);

            assertThat(heir.deliveries()).containsOnlyKeys("second", "third", "fourth");
        }
    }

    @Test
    void fencesWorkWhosePartitionMovesToAnotherProcess() throws Exception {
        CountDownLatch fenced = new CountDownLatch(1);
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared())) {
            RecordingWorker worker = new RecordingWorker().on("job", (_, hold) -> {
                hold.onFenced(fenced::countDown);
                fenced.await();
                return Verdict.done();
            });
            topic.write("job");
            WorkQueue queue = open(topic, 1, worker);
            WorkQueueContract.eventually(() -> queue.tally().running() == 1);

            expelAll(topic.name());

            WorkQueueContract.eventually(() -> queue.tally().done() == 2);
            queue.drain(GRACE);
            assertThat(queue.tally().fenced()).isEqualTo(1);
        }
    }

    private static void expelAll(String group) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.shared()))) {
            admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        }
    }
}
