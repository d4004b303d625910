package dev.ponder.workqueue.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.mechanics.time.Ticker;
import dev.ponder.testkafka.TestKafka;
import dev.ponder.workqueue.QueueRim;
import dev.ponder.workqueue.RoomGate;
import dev.ponder.workqueue.Verdict;
import dev.ponder.workqueue.WorkLane;
import dev.ponder.workqueue.WorkQueueContract;
import dev.ponder.workqueue.WorkTopic;
import dev.ponder.workqueue.slot.Grip;
import dev.ponder.workqueue.slot.QueueParts;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What a member must know about the client: facts of 4.2.1, kept true by a real broker. */
final class ShareLaneTest {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final int ROUNDS = 300;
    private static final Duration SHORTER_THAN_THE_LOCK = Duration.ofSeconds(45);

    @Test
    void believesNoRecordWhoseLockLapsedWhileNobodyLooked() throws Exception {
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared(), WorkTopic.SHORT_LOCK);
                LaneRig idler = LaneRig.join(topic);
                LaneRig rival = LaneRig.join(topic)) {
            idler.warmUp(topic);
            assertThat(idler.lane().take(POLL)).isNull();
            topic.write("caught by the poll that the idler left behind");

            Grip caught = rival.takeWithin(WorkQueueContract.PATIENCE);

            assertThat(caught.item().deliveryCount()).isEqualTo(2);
            assertThat(idler.lane().take(POLL)).isNull();
            assertThat(idler.stale()).isEqualTo(1);
            assertThat(caught.settle(Verdict.done())).isTrue();
            caught.close();
        }
    }

    @Test
    void goesOnWithThePollThatTheLastSlotLeftBehind() throws Exception {
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared());
                LaneRig lane = LaneRig.join(topic)) {
            lane.admit();
            lane.warmUp(topic);
            assertThat(lane.lane().take(POLL)).isNull();

            topic.write("caught by the poll that was left behind");

            Grip caught = lane.takeWithin(WorkQueueContract.PATIENCE);
            assertThat(caught.item().deliveryCount()).isEqualTo(1);
            assertThat(caught.settle(Verdict.done())).isTrue();
            caught.close();
        }
    }

    @Test
    void leavesToOthersWhatAPollBringsThatNobodyWaitsFor() throws Exception {
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared());
                LaneRig idler = LaneRig.join(topic);
                LaneRig rival = LaneRig.join(topic)) {
            idler.warmUp(topic);
            assertThat(idler.lane().take(POLL)).isNull();
            topic.write("caught by the poll that the idler left behind");

            Grip caught = rival.takeWithin(SHORTER_THAN_THE_LOCK, idler.lane()::tend);

            assertThat(caught.item().deliveryCount()).isEqualTo(2);
            assertThat(caught.settle(Verdict.done())).isTrue();
            caught.close();
        }
    }

    @Test
    void bringsTheNextRecordWhenTheOneBeforeCameJustAsASlotLookedAgain() throws Exception {
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared());
                LaneRig rig = LaneRig.join(topic)) {
            rig.admit();
            rig.warmUp(topic);
            for (int round = 0; round < ROUNDS; round++) {
                Thread writer = Thread.ofVirtual().start(() -> writeAfter(GLANCE, topic, "first"));
                Grip first = rig.takeInGlances(GLANCE);
                writer.join();

                topic.write("second");
                Grip second = rig.takeWithin(SHORTER_THAN_THE_LOCK);

                assertThat(second.item().deliveryCount()).isEqualTo(1);
                assertThat(first.settle(Verdict.done()) && second.settle(Verdict.done()))
                        .isTrue();
                first.close();
                second.close();
            }
        }
    }

    private static void writeAfter(Duration delay, WorkTopic topic, String value) {
        LockSupport.parkNanos(delay.toNanos());
        topic.write(value);
    }

    @Test
    void renewsManyTimesWithoutASecondRecordOrASecondDelivery() throws Exception {
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared(), WorkTopic.SHORT_LOCK);
                LaneRig holder = LaneRig.join(topic);
                LaneRig rival = LaneRig.join(topic)) {
            holder.warmUp(topic);
            topic.write("held", "free");
            Grip held = holder.takeWithin(WorkQueueContract.PATIENCE);

            for (int i = 0; i < 200; i++) {
                assertThat(held.renew()).isTrue();
            }

            Grip free = rival.takeWithin(WorkQueueContract.PATIENCE);
            assertThat(free.item().value().text()).isEqualTo("free");
            assertThat(free.item().deliveryCount()).isEqualTo(1);
            assertThat(held.settle(Verdict.done())).isTrue();
            assertThat(free.settle(Verdict.done())).isTrue();
            held.close();
            free.close();
        }
    }

    @Test
    void knowsThatItsLockHasLapsed() throws Exception {
        try (WorkTopic topic = WorkTopic.create(TestKafka.shared(), WorkTopic.SHORT_LOCK);
                LaneRig sleeper = LaneRig.join(topic);
                LaneRig rival = LaneRig.join(topic)) {
            sleeper.warmUp(topic);
            topic.write("overslept");
            Grip overslept = sleeper.takeWithin(WorkQueueContract.PATIENCE);

            Grip second = rival.takeWithin(WorkQueueContract.PATIENCE);

            assertThat(second.item().ref()).isEqualTo(overslept.item().ref());
            assertThat(overslept.renew()).isFalse();
            assertThat(second.settle(Verdict.done())).isTrue();
            overslept.close();
            second.close();
        }
    }

    private record LaneRig(ShareLane lane, QueueParts parts) implements AutoCloseable {

        static LaneRig join(WorkTopic topic) {
            QueueParts parts =
                    QueueParts.of(topic.settings(1), (_, _) -> Verdict.done(), RoomGate.open(), QueueRim.system());
            Map<String, Object> client = Map.of("bootstrap.servers", TestKafka.shared());
            ShareMembers members = new ShareMembers(client, Ticker.system());
            BrokerReach reach = new BrokerReach(client, Ticker.system());
            WorkLane lane = new WorkLane(topic.name(), topic.name(), 1);
            ShareLane opened = new ShareLane(() -> members.join(lane), reach, parts);
            opened.admit();
            return new LaneRig(opened, parts);
        }

        void admit() {
            lane.admit();
        }

        void warmUp(WorkTopic topic) throws InterruptedException {
            topic.write("first");
            try (Grip first = takeWithin(WorkQueueContract.PATIENCE)) {
                assertThat(first.settle(Verdict.done())).isTrue();
            }
        }

        Grip takeInGlances(Duration glance) throws InterruptedException {
            return takeWithin(SHORTER_THAN_THE_LOCK, glance, () -> {});
        }

        Grip takeWithin(Duration patience) throws InterruptedException {
            return takeWithin(patience, () -> {});
        }

        Grip takeWithin(Duration patience, Runnable meanwhile) throws InterruptedException {
            return takeWithin(patience, POLL, meanwhile);
        }

        private Grip takeWithin(Duration patience, Duration poll, Runnable meanwhile) throws InterruptedException {
            Ticker ticker = Ticker.system();
            long end = ticker.nanos() + patience.toNanos();
            Grip grip = lane.take(poll);
            while (grip == null && ticker.nanos() < end) {
                meanwhile.run();
                grip = lane.take(poll);
            }
            assertThat(grip).isNotNull();
            return grip;
        }

        long stale() {
            return parts.counts().tally().stale();
        }

        @Override
        public void close() {
            lane.leave();
        }
    }
}
