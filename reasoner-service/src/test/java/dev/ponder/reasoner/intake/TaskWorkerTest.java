package dev.ponder.reasoner.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.contracts.chunk.Chunk;
import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Timings;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.work.Lease;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.reasoner.emission.Emission;
import dev.ponder.reasoner.path.ComputePath;
import dev.ponder.reasoner.path.Job;
import dev.ponder.reasoner.path.Tasks;
import dev.ponder.tracing.RecordTrace;
import dev.ponder.workqueue.HandOffHook;
import dev.ponder.workqueue.Payload;
import dev.ponder.workqueue.Verdict;
import dev.ponder.workqueue.WorkHold;
import dev.ponder.workqueue.WorkItem;
import dev.ponder.workqueue.WorkRef;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TaskWorkerTest {

    private static final int MOST_DELIVERIES = 4;

    private final RecordingEmission emission = new RecordingEmission();
    private final RecordingHold hold = new RecordingHold();
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        scheduler.shutdownNow();
    }

    @Test
    void writesTheOutcomeAndOnlyThenIsDone() throws InterruptedException {
        Verdict verdict = worker(TaskWorkerTest::failed).work(item(task(Duration.ofMinutes(1)), 1), hold);

        assertThat(verdict).isInstanceOf(Verdict.Done.class);
        assertThat(emission.events).containsExactly("outcome engine_failed");
    }

    @Test
    void putsAsideWhatItCannotRead() throws InterruptedException {
        Verdict verdict = worker(TaskWorkerTest::failed).work(item("{", 1), hold);

        assertThat(verdict).isInstanceOf(Verdict.Reject.class);
        assertThat(emission.events).containsExactly("dead letter unreadable_work");
    }

    @Test
    void givesUpWhatHasComeTooOften() throws InterruptedException {
        worker(_ -> {
                    throw new IllegalStateException("thought about it");
                })
                .work(item(task(Duration.ofMinutes(1)), MOST_DELIVERIES + 1), hold);

        assertThat(emission.events).containsExactly("outcome attempts_exhausted");
    }

    @Test
    void doesNotThinkPastTheDeadline() throws InterruptedException {
        worker(_ -> {
                    throw new IllegalStateException("thought about it");
                })
                .work(item(task(Duration.ofSeconds(-1)), 1), hold);

        assertThat(emission.events).containsExactly("outcome deadline_missed");
    }

    @Test
    void writesNothingOnceItIsFenced() {
        ThrowingCallable working = () -> worker(_ -> {
                    hold.fence();
                    throw new InterruptedException("fenced");
                })
                .work(item(task(Duration.ofMinutes(1)), 1), hold);

        assertThatThrownBy(working).isInstanceOf(InterruptedException.class);
        assertThat(emission.events).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void guardsAHandedOffJobByALeaseUntilItsEnd() throws InterruptedException {
        worker(job -> {
                    hold.handOff();
                    return failed(job);
                })
                .work(item(task(Duration.ofMinutes(1)), 1), hold);

        assertThat(emission.events).containsExactly("lease", "outcome engine_failed", "release");
    }

    private TaskWorker worker(ComputePath path) {
        LeaseKeeper leases = new LeaseKeeper(emission, "test", Duration.ofMinutes(1), Ticker.system(), scheduler);
        RecordTrace trace = new RecordTrace(OpenTelemetry.noop());
        return new TaskWorker(path, emission, leases, trace, Ticker.system(), MOST_DELIVERIES);
    }

    private static Outcome failed(Job job) {
        Fault fault = Fault.of(FaultCode.ENGINE_FAILED, "It failed.");
        return new Outcome.Failed(Outcome.VERSION, job.asked(), fault, Usage.NONE, Timings.NONE, Map.of());
    }

    private static String task(Duration left) {
        return new String(Json.write(Tasks.due(left)), StandardCharsets.UTF_8);
    }

    private static WorkItem item(String value, int deliveries) {
        return new WorkItem(
                new WorkRef("reasoning.work.main.interactive", 0, 7),
                Payload.of("r-1".getBytes(StandardCharsets.UTF_8)),
                Payload.of(value.getBytes(StandardCharsets.UTF_8)),
                List.of(),
                Instant.now(),
                deliveries);
    }

    private static final class RecordingEmission implements Emission {
        private final List<String> events = new ArrayList<>();

        @Override
        public void chunk(Chunk chunk, Span span) {
            events.add("chunk");
        }

        @Override
        public void conclude(Outcome outcome, Span span) {
            events.add("outcome "
                    + (outcome instanceof Outcome.Failed failed
                            ? failed.fault().code().wire()
                            : ""));
        }

        @Override
        public void lease(Lease lease) {
            events.add("lease");
        }

        @Override
        public void release(Lease lease) {
            events.add("release");
        }

        @Override
        public void putAside(DeadLetter letter, byte[] value) {
            events.add("dead letter " + letter.fault().code().wire());
        }
    }

    private static final class RecordingHold implements WorkHold {
        private HandOffHook handOff = () -> {};
        private Runnable fenced = () -> {};

        @Override
        public boolean fenced() {
            return false;
        }

        @Override
        public boolean handedOff() {
            return false;
        }

        @Override
        public void onHandOff(HandOffHook hook) {
            handOff = hook;
        }

        @Override
        public void onFenced(Runnable hook) {
            fenced = hook;
        }

        @Override
        public void needsRoom(int size) {}

        private void fence() {
            fenced.run();
        }

        private void handOff() {
            try {
                handOff.secure();
            } catch (Exception refused) {
                throw new IllegalStateException("the lease was not written", refused);
            }
        }
    }
}
