package dev.ponder.workqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.testkafka.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What both adapters promise, on a real broker. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public interface WorkQueueContract {

    Duration PATIENCE = Duration.ofSeconds(90);
    Duration GRACE = Duration.ofSeconds(20);

    QueueOpener opener();

    /** The settings of a member whose death is soon noticed. */
    default WorkQueueSettings shortSession(WorkQueueSettings settings) {
        return settings;
    }

    default WorkQueue open(WorkTopic topic, int slots, Worker worker) {
        return opener().open(topic.settings(slots), worker, RoomGate.open(), QueueRim.system());
    }

    static void eventually(BooleanSupplier condition) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(condition.getAsBoolean()).isTrue());
    }

    static void eventually(WorkQueue queue, Predicate<QueueTally> condition) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(queue.tally()).matches(condition));
    }

    @Test
    default void deliversEachItemOnceWhenAllGoesWell() throws Exception {
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared())) {
            RecordingWorker worker = new RecordingWorker();
            List<String> early = topic.writeMany("early-", 100);
            WorkQueue queue = open(topic, 8, worker);
            List<String> late = topic.writeMany("late-", 100);

            eventually(queue, tally -> tally.done() == 200);
            queue.drain(GRACE);

            assertThat(worker.deliveries()).containsOnlyKeys(concat(early, late));
            assertThat(worker.deliveries().values()).allMatch(List.of(1)::equals);
        }
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    @Test
    default void worksOnNoMoreAtOnceThanItHasSlots() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared())) {
            RecordingWorker worker = new RecordingWorker();
            topic.writeMany("job-", 12).forEach(job -> worker.on(job, RecordingWorker.until(go)));
            WorkQueue queue = open(topic, 4, worker);

            eventually(queue, tally -> tally.running() == 4);
            go.countDown();
            eventually(queue, tally -> tally.done() == 12);
            queue.drain(GRACE);

            assertThat(worker.mostAtOnce()).isEqualTo(4);
        }
    }

    @Test
    default void bringsReleasedWorkAgainWithAHigherCount() throws Exception {
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared())) {
            RecordingWorker worker = new RecordingWorker()
                    .on("again", (item, _) -> item.deliveryCount() < 3 ? Verdict.release("later") : Verdict.done());
            topic.write("again", "other");
            WorkQueue queue = open(topic, 2, worker);

            eventually(queue, tally -> tally.done() == 2);
            queue.drain(GRACE);

            assertThat(worker.deliveriesOf("again")).containsExactly(1, 2, 3);
            assertThat(worker.deliveriesOf("other")).containsExactly(1);
        }
    }

    @Test
    default void neverBringsRejectedOrFinishedWorkAgain() throws Exception {
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared())) {
            RecordingWorker worker = new RecordingWorker().on("unfit", (_, _) -> Verdict.reject("unfit"));
            topic.write("unfit", "fit");
            WorkQueue first = open(topic, 2, worker);
            eventually(first, tally -> tally.rejected() == 1 && tally.done() == 1);
            first.drain(GRACE);

            topic.write("next");
            WorkQueue second = open(topic, 2, worker);
            eventually(second, tally -> tally.done() == 1);
            second.drain(GRACE);

            assertThat(worker.deliveries().values()).allMatch(List.of(1)::equals);
        }
    }

    @Test
    default void outlivesAWorkerThatFails() throws Exception {
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared())) {
            RecordingWorker worker = new RecordingWorker().on("broken", (item, _) -> {
                if (item.deliveryCount() < 2) {
                    throw new IllegalStateException("on purpose");
                }
                return Verdict.done();
            });
            topic.write("broken");
            topic.writeMany("sound-", 5);
            WorkQueue queue = open(topic, 2, worker);

            eventually(queue, tally -> tally.done() == 6);
            queue.drain(GRACE);

            assertThat(worker.deliveriesOf("broken")).containsExactly(1, 2);
            assertThat(queue.tally().released()).isEqualTo(1);
        }
    }

    @Test
    default void holdsWorkThatTakesLongerThanTheLock() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared(), WorkTopic.SHORT_LOCK)) {
            RecordingWorker worker = new RecordingWorker().on("long", RecordingWorker.until(go));
            topic.write("long");
            WorkQueue holder = open(topic, 2, worker);
            eventually(holder, tally -> tally.running() == 1);
            WorkQueue rival = open(topic, 2, worker);

            // Renewed at a third of the lock: so often means that two locks have gone by.
            eventually(holder, tally -> tally.renewed() >= 6);
            topic.write("short");
            eventually(holder, tally -> tally.done() + rival.tally().done() == 1);
            go.countDown();
            eventually(holder, tally -> tally.done() + rival.tally().done() == 2);
            holder.drain(GRACE);
            rival.drain(GRACE);

            assertThat(worker.deliveries().values()).allMatch(List.of(1)::equals);
            assertThat(holder.tally().fenced()).isZero();
        }
    }

    @Test
    default void delaysNobodyBehindALongItem() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared())) {
            RecordingWorker worker = new RecordingWorker().on("long", RecordingWorker.until(go));
            topic.write("long");
            topic.writeMany("short-", 50);
            WorkQueue queue = open(topic, 3, worker);

            eventually(queue, tally -> tally.done() == 50);

            assertThat(queue.tally().running()).isEqualTo(1);
            go.countDown();
            assertThat(queue.drain(GRACE).finished()).isLessThanOrEqualTo(1);
            assertThat(queue.tally().done()).isEqualTo(51);
            assertThat(worker.deliveries().values()).allMatch(List.of(1)::equals);
        }
    }

    @Test
    default void finishesRunningWorkWithinTheGrace() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared())) {
            RecordingWorker worker = new RecordingWorker().on("running", RecordingWorker.until(go));
            topic.write("running");
            WorkQueue queue = open(topic, 1, worker);
            eventually(queue, tally -> tally.running() == 1);
            topic.write("waiting");

            Thread opening = Thread.ofVirtual().start(go::countDown);
            DrainReport report = queue.drain(GRACE);
            opening.join();

            assertThat(report).isEqualTo(new DrainReport(report.finished(), report.givenBack(), 0));
            assertThat(worker.deliveriesOf("running")).containsExactly(1);
            WorkQueue next = open(topic, 1, worker);
            eventually(() -> !worker.deliveriesOf("waiting").isEmpty());
            next.drain(GRACE);
            assertThat(worker.deliveriesOf("running")).containsExactly(1);
        }
    }

    @Test
    default void givesBackWorkThatOutlivesTheGrace() throws Exception {
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared())) {
            RecordingWorker stuck = new RecordingWorker().on("job", RecordingWorker.until(new CountDownLatch(1)));
            topic.write("job");
            WorkQueue first = open(topic, 1, stuck);
            eventually(first, tally -> tally.running() == 1);

            DrainReport report = first.drain(Duration.ofMillis(200));

            assertThat(report).isEqualTo(new DrainReport(0, 1, 0));
            RecordingWorker fresh = new RecordingWorker();
            WorkQueue second = open(topic, 1, fresh);
            eventually(second, tally -> tally.done() == 1);
            second.drain(GRACE);
        }
    }

    @Test
    default void bringsTheWorkOfAKilledProcessAgain() throws Exception {
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared())) {
            topic.write("victim");
            Process doomed = DoomedMember.start(TestKafka.shared(), topic.name(), getClass());
            assertThat(doomed.inputReader().lines().anyMatch("working"::equals)).isTrue();
            doomed.destroyForcibly().waitFor();

            RecordingWorker worker = new RecordingWorker();
            WorkQueue heir = open(topic, 1, worker);
            eventually(heir, tally -> tally.done() == 1);
            heir.drain(GRACE);

            assertThat(worker.deliveriesOf("victim"))
                    .singleElement()
                    .satisfies(count -> assertThat(count).isGreaterThan(1));
        }
    }

    @Test
    default void takesNothingWithoutRoom() throws Exception {
        Semaphore rooms = new Semaphore(0);
        RoomGate gate = (_, patience) -> rooms.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)
                ? Optional.of(rooms::release)
                : Optional.empty();
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared())) {
            RecordingWorker worker = new RecordingWorker();
            topic.writeMany("job-", 10);
            WorkQueue queue = opener().open(topic.settings(4), worker, gate, QueueRim.system());
            assertThat(queue.tally().taken()).isZero();

            rooms.release(2);
            eventually(queue, tally -> tally.done() == 10);
            queue.drain(GRACE);

            assertThat(worker.mostAtOnce()).isLessThanOrEqualTo(2);
            assertThat(rooms.availablePermits()).isEqualTo(2);
        }
    }

    @Test
    default void worksOnSeveralTopicsAtOnce() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (WorkTopic busy = WorkTopic.create(TestKafka.shared());
                WorkTopic calm = WorkTopic.create(TestKafka.shared())) {
            RecordingWorker worker = new RecordingWorker().on("long", RecordingWorker.until(go));
            busy.write("long");
            busy.writeMany("busy-", 60);
            calm.writeMany("calm-", 20);
            WorkQueue queue = opener().open(
                            WorkTopic.settings(3, List.of(busy, calm)), worker, RoomGate.open(), QueueRim.system());

            eventually(queue, tally -> tally.done() == 80);
            calm.write("calm-late");
            eventually(queue, tally -> tally.done() == 81);
            busy.write("busy-late");
            eventually(queue, tally -> tally.done() == 82);
            go.countDown();
            queue.drain(GRACE);

            assertThat(worker.deliveries()).hasSize(83);
            assertThat(worker.deliveries().values()).allMatch(List.of(1)::equals);
        }
    }

    @Test
    default void sharesScarceRoomAmongItsTopics() throws Exception {
        Semaphore room = new Semaphore(1, true);
        RoomGate gate = (_, patience) -> room.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)
                ? Optional.of(room::release)
                : Optional.empty();
        try (WorkTopic idle = WorkTopic.create(TestKafka.shared());
                WorkTopic busy = WorkTopic.create(TestKafka.shared())) {
            RecordingWorker worker = new RecordingWorker();
            busy.writeMany("busy-", 5);
            WorkQueue queue =
                    opener().open(WorkTopic.settings(2, List.of(idle, busy)), worker, gate, QueueRim.system());

            eventually(queue, tally -> tally.done() == 5);
            queue.drain(GRACE);

            assertThat(worker.mostAtOnce()).isEqualTo(1);
        }
    }

    @Test
    default void bringsWorkToALaneThatHasGivenItsRoomToAnother() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (WorkTopic quiet = WorkTopic.create(TestKafka.shared());
                WorkTopic busy = WorkTopic.create(TestKafka.shared())) {
            RecordingWorker worker = new RecordingWorker().on("long", RecordingWorker.until(go));
            WorkQueue queue =
                    opener().open(WorkTopic.settings(2, List.of(quiet, busy)), worker, oneRoom(), QueueRim.system());
            quiet.write("early");
            eventually(queue, tally -> tally.done() == 1);
            busy.write("long");
            eventually(queue, tally -> tally.running() == 1);

            quiet.write("late");
            go.countDown();

            eventually(queue, tally -> tally.done() == 3);
            queue.drain(GRACE);
            assertThat(worker.deliveriesOf("late")).containsExactly(1);
        }
    }

    @Test
    default void takesSurplusOnlyWhileNothingElseWaits() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (WorkTopic first = WorkTopic.create(TestKafka.shared());
                WorkTopic surplus = WorkTopic.create(TestKafka.shared())) {
            List<String> order = Collections.synchronizedList(new ArrayList<>());
            RecordingWorker worker = new RecordingWorker().on("blocker", RecordingWorker.until(go));
            Worker noting = (item, hold) -> {
                order.add(new String(item.value().bytes(), StandardCharsets.UTF_8));
                return worker.work(item, hold);
            };
            // One slot works; the other may poll, and has no room to do more.
            RoomGate one = oneRoom();
            WorkQueue queue = opener().open(first.settings(2, surplus), noting, one, QueueRim.system());
            first.write("blocker");
            eventually(queue, tally -> tally.running() == 1);
            surplus.writeMany("surplus-", 5);
            List<String> due = first.writeMany("due-", 10);

            go.countDown();
            eventually(queue, tally -> tally.done() == 16);
            queue.drain(GRACE);

            assertThat(order.subList(1, 11)).containsExactlyInAnyOrderElementsOf(due);
        }
    }

    private static RoomGate oneRoom() {
        Semaphore room = new Semaphore(1, true);
        return (_, patience) -> room.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)
                ? Optional.of(room::release)
                : Optional.empty();
    }

    @Test
    default void leavesNoThreadBehind() throws Exception {
        ConcurrentLinkedQueue<Thread> threads = new ConcurrentLinkedQueue<>();
        QueueRim system = QueueRim.system();
        QueueRim rim = new QueueRim(
                system.ticker(),
                task -> noted(system.loops().newThread(task), threads),
                task -> noted(system.workers().newThread(task), threads));
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared())) {
            topic.write("stuck");
            RecordingWorker worker = new RecordingWorker().on("stuck", RecordingWorker.until(new CountDownLatch(1)));
            WorkQueue queue = opener().open(topic.settings(3), worker, RoomGate.open(), rim);
            eventually(queue, tally -> tally.running() == 1);

            queue.close();

            assertThat(threads).hasSizeGreaterThanOrEqualTo(4).noneMatch(Thread::isAlive);
        }
    }

    private static Thread noted(Thread thread, ConcurrentLinkedQueue<Thread> threads) {
        threads.add(thread);
        return thread;
    }

    @Test
    default void restoresTheInterruptionOfWhoDrains() throws Exception {
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared())) {
            topic.write("stuck");
            RecordingWorker worker = new RecordingWorker().on("stuck", RecordingWorker.until(new CountDownLatch(1)));
            WorkQueue queue = open(topic, 1, worker);
            eventually(queue, tally -> tally.running() == 1);

            Thread.currentThread().interrupt();
            DrainReport report = queue.drain(Duration.ofHours(1));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(report.givenBack()).isEqualTo(1);
        }
    }
}
