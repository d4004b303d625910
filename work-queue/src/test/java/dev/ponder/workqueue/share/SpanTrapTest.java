package dev.ponder.workqueue.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.testkafka.TestBroker;
import dev.ponder.testkafka.TestKafka;
import dev.ponder.workqueue.HandOffRule;
import dev.ponder.workqueue.QueueRim;
import dev.ponder.workqueue.RecordingWorker;
import dev.ponder.workqueue.RoomGate;
import dev.ponder.workqueue.Verdict;
import dev.ponder.workqueue.WorkQueue;
import dev.ponder.workqueue.WorkQueueContract;
import dev.ponder.workqueue.WorkTopic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** On a broker whose share partitions span 100 offsets at most: what a long job does to those behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SpanTrapTest {

    private static final int SHORT_JOBS = 400;
    private static final HandOffRule HAND_OFF = new HandOffRule(Duration.ofMillis(700), Long.MAX_VALUE);
    private static final HandOffRule AT_HALF_THE_SPAN = new HandOffRule(HandOffRule.NEVER.after(), 50);

    private TestBroker broker;

    @BeforeAll
    void start(@TempDir Path dir) throws Exception {
        broker = TestKafka.fresh(dir, Map.of("group.share.partition.max.record.locks", "100"));
    }

    @AfterAll
    void stop() {
        broker.stop();
    }

    @Test
    void handsALongJobOffSoThatThoseBehindItGoOn() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch leased = new CountDownLatch(1);
        RecordingWorker worker = new RecordingWorker().on("long", (item, hold) -> {
            hold.onHandOff(leased::countDown);
            return RecordingWorker.until(end).work(item, hold);
        });
        try (WorkTopic topic = WorkTopic.create(broker.bootstrap())) {
            WorkQueue queue = open(topic, HAND_OFF, worker);

            WorkQueueContract.eventually(() -> queue.tally().done() == SHORT_JOBS);

            assertThat(leased.getCount()).isZero();
            assertThat(queue.tally().handedOff()).isEqualTo(1);
            assertThat(queue.tally().running()).isEqualTo(1);
            end.countDown();
            queue.drain(WorkQueueContract.GRACE);
            assertThat(worker.deliveriesOf("long")).containsExactly(1);
        }
    }

    @Test
    void handsALongJobOffUnderSpanPressureHoweverYoungItIs() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        RecordingWorker worker = new RecordingWorker().on("long", (item, hold) -> {
            hold.onHandOff(() -> {});
            return RecordingWorker.until(end).work(item, hold);
        });
        try (WorkTopic topic = WorkTopic.create(broker.bootstrap())) {
            WorkQueue queue = open(topic, AT_HALF_THE_SPAN, worker);

            WorkQueueContract.eventually(() -> queue.tally().done() == SHORT_JOBS);

            assertThat(queue.tally().handedOff()).isEqualTo(1);
            end.countDown();
            queue.drain(WorkQueueContract.GRACE);
        }
    }

    @Test
    void stallsBehindALongJobThatIsNotHandedOff() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        RecordingWorker worker = new RecordingWorker().on("long", RecordingWorker.until(end));
        try (WorkTopic topic = WorkTopic.create(broker.bootstrap())) {
            WorkQueue queue = open(topic, HandOffRule.NEVER, worker);
            WorkQueueContract.eventually(() -> queue.tally().done() >= 90);

            assertThat(queue.tally().widestSpan()).isGreaterThanOrEqualTo(90);
            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> queue.tally().done() < 200);

            end.countDown();
            WorkQueueContract.eventually(() -> queue.tally().done() == SHORT_JOBS + 1);
            queue.drain(WorkQueueContract.GRACE);
        }
    }

    @Test
    void letsALeasedJobEndAfterItsRecordIsGone() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        RecordingWorker worker = new RecordingWorker().on("long", (_, hold) -> {
            hold.onHandOff(() -> {});
            end.await();
            return hold.handedOff() ? Verdict.done() : Verdict.reject("was not handed off");
        });
        try (WorkTopic topic = WorkTopic.create(broker.bootstrap())) {
            WorkQueue queue = open(topic, HAND_OFF, worker);
            WorkQueueContract.eventually(() -> queue.tally().handedOff() == 1);

            end.countDown();
            queue.drain(WorkQueueContract.GRACE);

            assertThat(queue.tally().rejected()).isZero();
        }
    }

    private static WorkQueue open(WorkTopic topic, HandOffRule handOff, RecordingWorker worker) {
        topic.write("long");
        for (int i = 0; i < SHORT_JOBS; i++) { // One batch each: the broker checks the span only between batches.
            topic.write("short-" + i);
        }
        return ShareGroupQueue.open(topic.settings(4).withHandOff(handOff), worker, RoomGate.open(), QueueRim.system());
    }
}
