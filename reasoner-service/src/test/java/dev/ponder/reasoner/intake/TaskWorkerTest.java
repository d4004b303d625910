package dev.ponder.reasoner.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.outcome.Cancelled;
import dev.ponder.contracts.outcome.Held;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Timings;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.progress.BegunChain;
import dev.ponder.contracts.progress.Progress;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.mechanics.time.Pauser;
import dev.ponder.reasoner.orders.Cancellations;
import dev.ponder.reasoner.path.ComputePath;
import dev.ponder.reasoner.path.Job;
import dev.ponder.reasoner.path.TakenAwayException;
import dev.ponder.reasoner.path.Tasks;
import dev.ponder.reasoner.path.UnfitTurnsException;
import dev.ponder.reasoner.progress.Keepers;
import dev.ponder.reasoner.progress.Pace;
import dev.ponder.reasoner.progress.ProgressKeeper;
import dev.ponder.tracing.RecordTrace;
import dev.ponder.workqueue.Payload;
import dev.ponder.workqueue.Verdict;
import dev.ponder.workqueue.WorkItem;
import dev.ponder.workqueue.WorkRef;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TaskWorkerTest {

    private static final int MOST = 4;
    private static final Usage SPENT = new Usage(31, 7, 0, 0);
    private static final Pace PACE = new Pace(Duration.ofSeconds(1), 16);
    private static final Task TASK = Tasks.task("r-1", Duration.ofMinutes(1));

    private final ManualTicker ticker = new ManualTicker(Tasks.ARRIVED.plusSeconds(1));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final RecordedEmission emission = new RecordedEmission();
    private final Cancellations cancellations = new Cancellations();
    private final Suspects suspects = new Suspects(MOST, ticker, Pauser.system());
    private Optional<Progress> found = Optional.empty();
    private Predecessor predecessor = Predecessor.NONE;
    private final ScriptedHold hold = new ScriptedHold();

    @AfterEach
    void stopTimer() {
        timer.shutdownNow();
    }

    @Test
    void isDoneOnlyOnceTheOutcomeIsWritten() throws Exception {
        Verdict verdict = worker(TaskWorkerTest::outcome).work(item(TASK, 1), hold);

        assertThat(verdict).isEqualTo(Verdict.done());
        assertThat(emission.sent).containsExactly(outcome(Tasks.job(TASK)));
        assertThat(emission.signed).isFalse();
        assertThat(hold.sizes).containsExactly(TASK.plan().promisedTokens());
    }

    @Test
    void goesOnFromTheProgressOfWhatComesAgain() throws Exception {
        found = Optional.of(Keepers.progress(TASK, 1, "<think>3/4", 4));
        List<BegunChain> begun = new ArrayList<>();

        worker(job -> {
                    begun.addAll(begin(job));
                    return outcome(job);
                })
                .work(item(TASK, 2), hold);

        assertThat(begun).extracting(BegunChain::text).containsExactly("<think>3/4");
        assertThat(emission.signed).isTrue();
    }

    @Test
    void isDoneWithWhatTheHolderBeforeHasConcluded() throws Exception {
        predecessor = _ -> true;

        Verdict verdict = worker(TaskWorkerTest::unexpected).work(item(TASK, 2), hold);

        assertThat(verdict).isEqualTo(Verdict.done());
        assertThat(emission.sent).isEmpty();
    }

    @Test
    void asksForTheHolderBeforeWhereTheBrokerMayHaveForgottenIt() throws Exception {
        predecessor = _ -> true;
        WorkItem first = item(TASK, 1);

        Verdict verdict = worker(TaskWorkerTest::unexpected)
                .work(first.countedSince(first.appendedAt().plusSeconds(1)), hold);

        assertThat(verdict).isEqualTo(Verdict.done());
        assertThat(emission.sent).isEmpty();
    }

    @Test
    void asksForNoHolderBeforeTheFirst() throws Exception {
        predecessor = _ -> {
            throw new AssertionError("asked");
        };

        worker(TaskWorkerTest::outcome).work(item(TASK, 1), hold);

        assertThat(emission.sent).hasSize(1);
    }

    @Test
    void concludesWhatIsCancelledWhileItWaitsForTheHolderBefore() throws Exception {
        predecessor = task -> {
            cancellations.cancel(task.key());
            new CountDownLatch(1).await();
            return false;
        };

        Verdict verdict = worker(TaskWorkerTest::unexpected).work(item(TASK, 2), hold);

        assertThat(verdict).isEqualTo(Verdict.done());
        assertThat(codes()).containsExactly(FaultCode.CANCELLED);
    }

    @Test
    void signsTheOutcomeOfWhatCameTooOften() throws Exception {
        found = Optional.of(Keepers.alone(TASK, 1));
        worker(TaskWorkerTest::unexpected).work(item(TASK, MOST + 1), hold);

        assertThat(emission.signed).isTrue();
    }

    @Test
    void isNotDoneWhereTheOutcomeIsNotWritten() {
        emission.failing = true;
        assertThatThrownBy(() -> worker(TaskWorkerTest::outcome).work(item(TASK, 1), hold))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void putsAsideWhatItCannotRead() throws Exception {
        Verdict verdict = worker(TaskWorkerTest::unexpected).work(item("{\"v\":99}", "r-9", 1), hold);

        assertThat(verdict).isInstanceOf(Verdict.Reject.class);
        assertThat(emission.sent(DeadLetter.class)).singleElement().satisfies(letter -> {
            assertThat(letter.fault().code()).isEqualTo(FaultCode.UNREADABLE_WORK);
            assertThat(letter.key().id()).isEqualTo(new RequestId("r-9"));
            assertThat(letter.topic()).isEqualTo("work");
            assertThat(letter.offset()).isEqualTo(7);
        });
    }

    @Test
    void putsAsideWhatBreaksOff() throws Exception {
        Verdict verdict = worker(TaskWorkerTest::unexpected).work(item("{", "r-9", 1), hold);

        assertThat(verdict).isInstanceOf(Verdict.Reject.class);
        assertThat(emission.sent).hasOnlyElementsOfType(DeadLetter.class);
    }

    @Test
    void putsAsideUnderAnIdOfItsOwnWhatHasNone() throws Exception {
        Verdict verdict = worker(TaskWorkerTest::unexpected).work(item("", "", 1), hold);

        assertThat(verdict).isInstanceOf(Verdict.Reject.class);
        assertThat(emission.sent(DeadLetter.class))
                .extracting(letter -> letter.key().id())
                .containsExactly(RequestId.ofRecord("work", 0, 7));
    }

    /** It would refuse them at every delivery. */
    @Test
    void concludesTurnsThatTheModelsTemplateRefuses() throws Exception {
        Verdict verdict = worker(_ -> {
                    throw new UnfitTurnsException("rules must come first");
                })
                .work(item(TASK, 1), hold);

        assertThat(verdict).isEqualTo(Verdict.done());
        assertThat(emission.sent(Outcome.Failed.class)).singleElement().satisfies(failed -> {
            assertThat(failed.fault().code()).isEqualTo(FaultCode.TURNS_REFUSED);
            assertThat(failed.fault().message()).contains("rules must come first");
        });
    }

    @Test
    void givesUpWhatCameTooOftenAndWasAloneToBlame() throws Exception {
        found = Optional.of(Keepers.alone(TASK, 1));
        Verdict verdict = worker(TaskWorkerTest::unexpected).work(item(TASK, MOST + 1), hold);

        assertThat(verdict).isEqualTo(Verdict.done());
        assertThat(codes()).containsExactly(FaultCode.ATTEMPTS_EXHAUSTED);
    }

    @Test
    void goesOnWithWhatCameTooOftenBesideOthersThatWereToBlame() throws Exception {
        found = Optional.of(Keepers.progress(TASK, MOST, "<think>3/4", 4));
        List<BegunChain> begun = new ArrayList<>();

        worker(job -> {
                    begun.addAll(begin(job));
                    return outcome(job);
                })
                .work(item(TASK, MOST + 1), hold);

        assertThat(codes()).containsExactly(FaultCode.ENGINE_FAILED);
        assertThat(begun).extracting(BegunChain::text).containsExactly("<think>3/4");
    }

    @Test
    void concludesWhatIsCancelledWhileItWaitsForItsTurn() throws Exception {
        Task first = Tasks.task("r-0", Duration.ofSeconds(30));
        try (Suspects.Turn _ =
                suspects.turn(first, MOST, Keepers.forgetful().follow(first, Tasks.ARRIVED, MOST, true), hold)) {
            var _ = timer.schedule(() -> cancellations.cancel(TASK.key()), 300, TimeUnit.MILLISECONDS);

            Verdict verdict = worker(TaskWorkerTest::unexpected).work(item(TASK, MOST), hold);

            assertThat(verdict).isEqualTo(Verdict.done());
            assertThat(codes()).containsExactly(FaultCode.CANCELLED);
        }
    }

    @Test
    void triesAsOftenAsItMay() throws Exception {
        worker(TaskWorkerTest::outcome).work(item(TASK, MOST), hold);
        assertThat(codes()).containsExactly(FaultCode.ENGINE_FAILED);
    }

    @Test
    void generatesNothingOnceTheDeadlineHasPassed() throws Exception {
        ticker.advance(Duration.ofMinutes(1));
        Verdict verdict = worker(TaskWorkerTest::unexpected).work(item(TASK, 1), hold);

        assertThat(verdict).isEqualTo(Verdict.done());
        assertThat(codes()).containsExactly(FaultCode.DEADLINE_MISSED);
    }

    @Test
    void stopsWithoutAnOutcomeWhenItsRecordIsLost() {
        TaskWorker worker = worker(_ -> {
            hold.fence();
            return takenAway();
        });
        assertThatThrownBy(() -> worker.work(item(TASK, 1), hold)).isInstanceOf(InterruptedException.class);
        assertThat(emission.sent).isEmpty();
    }

    @Test
    void concludesWhatIsCancelledWhileItIsThoughtAbout() throws Exception {
        Verdict verdict = worker(_ -> {
                    cancellations.cancel(TASK.key());
                    return takenAway();
                })
                .work(item(TASK, 1), hold);

        assertThat(verdict).isEqualTo(Verdict.done());
        assertThat(emission.sent(Outcome.Failed.class)).singleElement().satisfies(failed -> {
            assertThat(failed.fault()).isEqualTo(Cancelled.FAULT);
            assertThat(failed.usage()).isEqualTo(SPENT);
        });
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void generatesNothingForWhatWasCancelledBefore() throws Exception {
        cancellations.cancel(TASK.key());
        Verdict verdict = worker(TaskWorkerTest::unexpected).work(item(TASK, MOST + 1), hold);

        assertThat(verdict).isEqualTo(Verdict.done());
        assertThat(codes()).containsExactly(FaultCode.CANCELLED);
    }

    @Test
    void writesTheAnswerThatWasReadyWhenItWasCancelled() throws Exception {
        worker(job -> {
                    Outcome ready = outcome(job);
                    cancellations.cancel(TASK.key());
                    return ready;
                })
                .work(item(TASK, 1), hold);

        assertThat(codes()).containsExactly(FaultCode.ENGINE_FAILED);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void writesTheAnswerThatWasReadyWhenItsRecordWasLost() throws Exception {
        worker(job -> {
                    Outcome ready = outcome(job);
                    hold.fence();
                    return ready;
                })
                .work(item(TASK, 1), hold);

        assertThat(emission.sent(Outcome.Failed.class)).hasSize(1);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void leasesAHandedOffJobUntilItsOutcomeIsWritten() throws Exception {
        Verdict verdict = worker(job -> {
                    handOff();
                    return outcome(job);
                })
                .work(item(TASK, 1), hold);

        assertThat(verdict).isEqualTo(Verdict.done());
        assertThat(emission.sent).extracting(Object::getClass).containsExactly(Held.class, Outcome.Failed.class);
        assertThat(emission.sent(Held.class)).singleElement().satisfies(held -> {
            assertThat(held.key()).isEqualTo(TASK.key());
            assertThat(held.attempt()).isEqualTo(TASK.attempt());
            assertThat(held.holder()).isEqualTo("me");
            assertThat(held.until()).isEqualTo(ticker.now().plusSeconds(60));
        });
    }

    @Test
    void endsTheLeaseOfAHandedOffJobThatIsCutShort() {
        TaskWorker worker = worker(_ -> {
            handOff();
            Thread.currentThread().interrupt();
            return takenAway();
        });
        assertThatThrownBy(() -> worker.work(item(TASK, 1), hold)).isInstanceOf(InterruptedException.class);
        assertThat(emission.sent(Held.class))
                .extracting(Held::until)
                .containsExactly(ticker.now().plusSeconds(60), ticker.now());
    }

    @Test
    void refusesToHandOffAJobThatHasEnded() throws Exception {
        assertThat(worker(TaskWorkerTest::outcome).work(item(TASK, 1), hold)).isEqualTo(Verdict.done());
        assertThatThrownBy(hold::handOff).isInstanceOf(IllegalStateException.class);
        assertThat(emission.sent(Held.class)).isEmpty();
    }

    @Test
    void renewsALeaseThroughFailures() throws Exception {
        TaskWorker worker = worker(Duration.ofMillis(30), job -> {
            handOff();
            emission.failing = true;
            await().untilAsserted(() -> assertThat(emission.refused.get()).isPositive());
            emission.failing = false;
            await().untilAsserted(() -> assertThat(emission.sent(Held.class)).hasSizeGreaterThan(2));
            return outcome(job);
        });

        assertThat(worker.work(item(TASK, 1), hold)).isEqualTo(Verdict.done());

        assertThat(emission.sent.getLast()).isInstanceOf(Outcome.class);
    }

    private void handOff() {
        try {
            hold.handOff();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private TaskWorker worker(ComputePath path) {
        return worker(Duration.ofSeconds(60), path);
    }

    private TaskWorker worker(Duration lease, ComputePath path) {
        LeaseKeeper leases = new LeaseKeeper(emission, "me", lease, ticker, timer);
        ProgressKeeper progress = Keepers.keeper(PACE, found, new ArrayList<>(), ticker);
        return new TaskWorker(
                path,
                emission,
                leases,
                cancellations,
                progress,
                predecessor,
                new RecordTrace(OpenTelemetry.noop()),
                ticker,
                suspects);
    }

    /** What a path does once it is interrupted. */
    private static Outcome takenAway() throws TakenAwayException {
        try {
            new CountDownLatch(1).await();
            throw new AssertionError("not interrupted");
        } catch (InterruptedException _) { // Goes on as the path's own kind.
            throw new TakenAwayException(SPENT, List.of());
        }
    }

    private static List<BegunChain> begin(Job job) throws TakenAwayException {
        try {
            return job.trail().begin();
        } catch (InterruptedException _) { // Goes on as the path's own kind.
            throw new TakenAwayException(Usage.NONE, List.of());
        }
    }

    private static Outcome unexpected(Job job) {
        throw new AssertionError("thinks about " + job.task().id());
    }

    private static Outcome outcome(Job job) {
        return new Outcome.Failed(
                Outcome.VERSION,
                job.asked(),
                Fault.of(FaultCode.ENGINE_FAILED, "Stands for any outcome."),
                Usage.NONE,
                Timings.NONE,
                Map.of());
    }

    private List<FaultCode> codes() {
        return emission.sent(Outcome.Failed.class).stream()
                .map(failed -> failed.fault().code())
                .toList();
    }

    private static WorkItem item(Task task, int deliveries) {
        return item(
                new String(Json.write(task), StandardCharsets.UTF_8), task.id().value(), deliveries);
    }

    private static WorkItem item(String value, String key, int deliveries) {
        return new WorkItem(
                new WorkRef("work", 0, 7),
                Payload.of(key.getBytes(StandardCharsets.UTF_8)),
                Payload.of(value.getBytes(StandardCharsets.UTF_8)),
                List.of(),
                Tasks.ARRIVED,
                deliveries);
    }
}
