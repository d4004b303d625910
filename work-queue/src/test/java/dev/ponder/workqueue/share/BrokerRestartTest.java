package dev.ponder.workqueue.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.local.broker.LocalBroker;
import dev.ponder.local.broker.RunningBroker;
import dev.ponder.testkafka.TestKafka;
import dev.ponder.workqueue.QueueRim;
import dev.ponder.workqueue.RecordingWorker;
import dev.ponder.workqueue.RoomGate;
import dev.ponder.workqueue.Verdict;
import dev.ponder.workqueue.WorkQueue;
import dev.ponder.workqueue.WorkQueueContract;
import dev.ponder.workqueue.WorkTopic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a restart of the broker does to work in hand and to work that waits. */
final class BrokerRestartTest {

    private static final String CLIENT_THREAD = "consumer_background_thread";

    @Test
    void givesItsMembersUpWhileTheBrokerIsAwayAndGoesOnWhenItIsBack(@TempDir Path dir) throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch lost = new CountDownLatch(1);
        RecordingWorker worker = new RecordingWorker().on("in hand", (_, hold) -> {
            hold.onFenced(lost::countDown);
            end.await();
            return Verdict.done();
        });
        RunningBroker broker = TestKafka.embedded(dir, Map.of(), "it is stopped and started again on its log");
        Set<Thread> others = clientThreads();
        try (WorkTopic busy = WorkTopic.create(broker.bootstrap());
                WorkTopic idle = WorkTopic.create(broker.bootstrap())) {
            WorkQueue queue = ShareGroupQueue.open(
                    WorkTopic.settings(4, List.of(busy, idle)), worker, RoomGate.open(), QueueRim.system());
            busy.write("in hand");
            WorkQueueContract.eventually(() -> queue.tally().running() == 1);

            broker.stop();
            lost.await();
            WorkQueueContract.eventually(() -> others.containsAll(clientThreads()));
            RunningBroker again = LocalBroker.start(dir);
            end.countDown();
            List<String> waiting = busy.writeMany("waiting-", 20);

            WorkQueueContract.eventually(() -> worker.deliveries().keySet().containsAll(waiting)
                    && worker.deliveriesOf("in hand").size() == 2);
            queue.drain(WorkQueueContract.GRACE);
            assertThat(queue.tally().fenced()).isEqualTo(1);
            again.stop();
        }
    }

    /** Members' own threads: none of the queue's is left to try the broker again and again. */
    private static Set<Thread> clientThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(CLIENT_THREAD))
                .collect(Collectors.toSet());
    }
}
