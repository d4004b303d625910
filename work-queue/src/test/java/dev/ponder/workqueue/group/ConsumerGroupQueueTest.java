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
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
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

    /** Of a topic with one partition one process alone would work. */
    @Test
    void sharesAWideTopicAmongProcessesAndDoublesNothing() throws Exception {
        try (WorkTopic topic = WorkTopic.wide(TestKafka.shared(), 4)) {
            RecordingWorker left = new RecordingWorker();
            RecordingWorker right = new RecordingWorker();
            WorkQueue one = open(topic, 2, left);
            WorkQueue other = open(topic, 2, right);
            settle(topic, one, other);

            List<String> jobs = topic.writeMany("job-", 200);

            WorkQueueContract.eventually(() -> delivered(jobs, left, right).size() >= jobs.size());
            one.drain(GRACE);
            other.drain(GRACE);
            assertThat(delivered(jobs, left, right)).containsExactlyInAnyOrderElementsOf(jobs);
            assertThat(delivered(jobs, left)).isNotEmpty();
            assertThat(delivered(jobs, right)).isNotEmpty();
        }
    }

    @Test
    void takesOverThePartitionsOfAProcessThatDiesAndLosesNothing() throws Exception {
        try (WorkTopic topic = WorkTopic.wide(TestKafka.shared(), 4)) {
            RecordingWorker left = new RecordingWorker();
            RecordingWorker right = new RecordingWorker();
            WorkQueue one = open(topic, 2, left);
            WorkQueue other = open(topic, 2, right);
            settle(topic, one, other);
            List<String> jobs = topic.writeMany("job-", 200);

            one.close();

            WorkQueueContract.eventually(() -> delivered(jobs, left, right).containsAll(jobs));
            other.drain(GRACE);
            assertThat(other.tally().running()).isZero();
        }
    }

    /** Until both have partitions: work is moved while members join, and might come twice. */
    private static void settle(WorkTopic topic, WorkQueue one, WorkQueue other) {
        WorkQueueContract.eventually(() -> {
            topic.writeMany("warm-", 8);
            return one.tally().done() > 0 && other.tally().done() > 0;
        });
    }

    private static List<String> delivered(List<String> jobs, RecordingWorker... workers) {
        return Stream.of(workers)
                .flatMap(worker -> worker.deliveries().entrySet().stream())
                .filter(entry -> jobs.contains(entry.getKey()))
                .flatMap(entry -> Collections.nCopies(entry.getValue().size(), entry.getKey()).stream())
                .toList();
    }

    private static void expelAll(String group) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestKafka.shared()))) {
            admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        }
    }
}
