package dev.ponder.workqueue.slot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.workqueue.HandOffRule;
import dev.ponder.workqueue.QueueRim;
import dev.ponder.workqueue.Room;
import dev.ponder.workqueue.RoomGate;
import dev.ponder.workqueue.Verdict;
import dev.ponder.workqueue.WorkLane;
import dev.ponder.workqueue.WorkQueueSettings;
import dev.ponder.workqueue.Worker;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WorkTurnTest {

    private static final Room NO_ROOM = () -> {};
    private static final Duration SOON = Duration.ofMillis(50);
    private static final HandOffRule SOONEST = new HandOffRule(SOON, Long.MAX_VALUE);

    @Test
    void tellsTheWorkerThatItsRecordIsLostAndSettlesNothing() throws Exception {
        ScriptedGrip grip = new ScriptedGrip(2);
        CountDownLatch told = new CountDownLatch(1);
        QueueParts parts = parts(HandOffRule.NEVER, (_, hold) -> {
            hold.onFenced(told::countDown);
            told.await();
            assertThat(hold.fenced()).isTrue();
            return Verdict.done();
        });

        watch(grip, parts);

        assertThat(grip.settled).isEmpty();
        assertThat(grip.closed).isTrue();
        assertThat(parts.counts().tally().fenced()).isEqualTo(1);
        assertThat(parts.counts().tally().renewed()).isEqualTo(2);
    }

    @Test
    void tellsTheWorkerThatItsRecordIsLostAsSoonAsTheHolderKnows() throws Exception {
        ScriptedGrip grip = new ScriptedGrip(1_000_000);
        CountDownLatch told = new CountDownLatch(1);
        QueueParts parts = parts(HandOffRule.NEVER, (_, hold) -> {
            hold.onFenced(told::countDown);
            grip.cut = true;
            told.await();
            return Verdict.done();
        });

        watch(grip, parts);

        assertThat(grip.settled).isEmpty();
        assertThat(parts.counts().tally().fenced()).isEqualTo(1);
    }

    @Test
    void acknowledgesOldWorkOnceItsLeaseIsWrittenAndOnlyThen() throws Exception {
        ScriptedGrip grip = new ScriptedGrip(1_000);
        CountDownLatch handedOff = new CountDownLatch(1);
        AtomicInteger tries = new AtomicInteger();
        QueueParts parts = parts(SOONEST, (_, hold) -> {
            hold.onHandOff(() -> {
                assertThat(grip.settled).isEmpty();
                if (tries.incrementAndGet() < 3) {
                    throw new IOException("no lease yet");
                }
                handedOff.countDown();
            });
            handedOff.await();
            while (!grip.closed) {
                Thread.onSpinWait();
            }
            assertThat(hold.handedOff()).isTrue();
            return Verdict.release("of no consequence now");
        });

        watch(grip, parts);

        assertThat(grip.settled).containsExactly(Verdict.done());
        assertThat(tries).hasValue(3);
        assertThat(parts.counts().tally().handedOff()).isEqualTo(1);
    }

    @Test
    void keepsOldWorkThatHasNoHook() throws Exception {
        ScriptedGrip grip = new ScriptedGrip(1_000);
        QueueParts parts = parts(new HandOffRule(Duration.ofNanos(1), Long.MAX_VALUE), (_, hold) -> {
            hold.onFenced(() -> {});
            return Verdict.reject("unfit");
        });

        watch(grip, parts);

        assertThat(grip.settled).containsExactly(Verdict.reject("unfit"));
        assertThat(parts.counts().tally().handedOff()).isZero();
    }

    @Test
    void releasesTheRecordOfAWorkerThatThrowsAnything() throws Exception {
        ScriptedGrip grip = new ScriptedGrip(1_000);
        QueueParts parts = parts(HandOffRule.NEVER, (_, _) -> {
            throw new StackOverflowError("on purpose");
        });

        watch(grip, parts);

        assertThat(grip.settled).containsExactly(Verdict.release("failed: StackOverflowError"));
    }

    @Test
    void interruptsWorkThatOutlivesTheGrace() throws Exception {
        ScriptedGrip grip = new ScriptedGrip(1_000);
        QueueParts parts = parts(HandOffRule.NEVER, (_, _) -> {
            new CountDownLatch(1).await();
            return Verdict.done();
        });
        parts.drain().request(SOON);

        watch(grip, parts);

        assertThat(grip.settled).containsExactly(Verdict.release("interrupted"));
        assertThat(parts.counts().drainReport().givenBack()).isEqualTo(1);
    }

    @Test
    void shrinksTheRoomToWhatTheWorkerNeeds() throws Exception {
        List<Integer> sizes = new ArrayList<>();
        Room room = new Room() {
            @Override
            public void shrinkTo(int size) {
                sizes.add(size);
            }

            @Override
            public void close() {}
        };
        QueueParts parts = parts(HandOffRule.NEVER, (_, hold) -> {
            hold.needsRoom(7);
            return Verdict.done();
        });

        new WorkTurn(new ScriptedGrip(1), room, parts, new Semaphore(0), () -> {}).watch();

        assertThat(sizes).containsExactly(7);
    }

    private static void watch(Grip grip, QueueParts parts) throws InterruptedException {
        new WorkTurn(grip, NO_ROOM, parts, new Semaphore(0), () -> {}).watch();
    }

    private static QueueParts parts(HandOffRule handOff, Worker worker) {
        WorkQueueSettings settings = WorkQueueSettings.of("unused:1", List.of(new WorkLane("topic", "group", 1)), 1)
                .withHandOff(handOff);
        return QueueParts.of(settings, worker, RoomGate.open(), QueueRim.system());
    }
}
