package dev.ponder.reasoner.intake;

import dev.ponder.contracts.deadletter.DeadLetter;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.json.UnreadableException;
import dev.ponder.contracts.outcome.Cancelled;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Timings;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.reasoner.binding.JobRoom;
import dev.ponder.reasoner.emission.Emission;
import dev.ponder.reasoner.orders.Cancellations;
import dev.ponder.reasoner.path.ComputePath;
import dev.ponder.reasoner.path.Job;
import dev.ponder.reasoner.path.TakenAwayException;
import dev.ponder.reasoner.path.UnfitTurnsException;
import dev.ponder.reasoner.progress.ProgressKeeper;
import dev.ponder.reasoner.progress.Trail;
import dev.ponder.tracing.RecordTrace;
import dev.ponder.workqueue.Verdict;
import dev.ponder.workqueue.WorkHold;
import dev.ponder.workqueue.WorkItem;
import dev.ponder.workqueue.Worker;
import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Works on one record: reads it, thinks, writes the one outcome, and only then calls it done. At least once: a record whose
 * holder dies comes again, and settlement lets one outcome through; one whose holder before has written the outcome, or still works
 * on it, is not worked on twice. An unreadable record becomes a dead letter; one at
 * which its process dies again and again becomes an error ({@link Suspects}); so does one whose request is cancelled, at once. Called on
 * a virtual thread a record.
 */
public final class TaskWorker implements Worker {

    private final ComputePath path;
    private final Emission emission;
    private final LeaseKeeper leases;
    private final Cancellations cancellations;
    private final ProgressKeeper progress;
    private final Predecessor predecessor;
    private final RecordTrace trace;
    private final Ticker ticker;
    private final Suspects suspects;

    /** Works with these. */
    public TaskWorker(
            ComputePath path,
            Emission emission,
            LeaseKeeper leases,
            Cancellations cancellations,
            ProgressKeeper progress,
            Predecessor predecessor,
            RecordTrace trace,
            Ticker ticker,
            Suspects suspects) {
        this.path = path;
        this.emission = emission;
        this.leases = leases;
        this.cancellations = cancellations;
        this.progress = progress;
        this.predecessor = predecessor;
        this.trace = trace;
        this.ticker = ticker;
        this.suspects = suspects;
    }

    @Override
    public Verdict work(WorkItem item, WorkHold hold) throws InterruptedException {
        try {
            return work(Json.read(item.value().bytes(), Task.class), item, hold);
        } catch (UnreadableException unreadable) {
            putAside(item);
            return Verdict.reject(unreadable.toString());
        }
    }

    private Verdict work(Task task, WorkItem item, WorkHold hold) throws InterruptedException {
        Span span = trace.startProcess(item.ref().topic(), task.id().value(), headersOf(item));
        Trail trail = progress.follow(task, item.appendedAt(), item.deliveryCount(), item.mayHaveComeBefore());
        Job job = new Job(task, item.appendedAt(), span, trail, roomOf(hold));
        hold.needsRoom(task.plan().promisedTokens());
        try (LeaseKeeper.Kept kept = leases.guard(job.task(), hold)) {
            Optional<Outcome> outcome = hopeless(job, item.deliveryCount());
            if (outcome.isEmpty()) {
                outcome = think(job, hold, item);
            }
            trail.settle();
            if (outcome.isPresent()) {
                emission.conclude(outcome.orElseThrow(), trail.mayBeLeft(), span);
            }
            kept.concluded();
            return Verdict.done();
        } finally {
            span.end();
        }
    }

    private static JobRoom roomOf(WorkHold hold) {
        return new JobRoom() {
            @Override
            public boolean growTo(int tokens) throws InterruptedException {
                return hold.growsTo(tokens);
            }

            @Override
            public void shrinkTo(int tokens) {
                hold.needsRoom(tokens);
            }
        };
    }

    /** Thinks, unless the record comes again and its holder before has the outcome after all. */
    private Optional<Outcome> think(Job job, WorkHold hold, WorkItem item) throws InterruptedException {
        RequestKey key = job.task().key();
        try (Thinking thinking = new Thinking(Thread.currentThread());
                Cancellations.Heed _ = cancellations.heed(key, thinking::stop)) {
            hold.onFenced(thinking::stop);
            if (item.mayHaveComeBefore() && isConcluded(job)) {
                return Optional.empty();
            }
            try (Suspects.Turn _ = turn(job, hold, item.deliveryCount())) {
                return Optional.of(path.think(job));
            }
        } catch (TakenAwayException stopped) {
            if (cancellations.contains(key)) {
                return Optional.of(failed(job, Cancelled.FAULT, stopped.spent()));
            }
            job.trail().leave(stopped.soFar());
            throw stopped;
        } catch (
                UnfitTurnsException
                        unfit) { // The same at every delivery, so it is an outcome and no failure of the work.
            return Optional.of(failed(
                    job, FaultCode.TURNS_REFUSED, unfit.getMessage() + "; send turns that the model was trained on."));
        }
    }

    private boolean isConcluded(Job job) throws TakenAwayException {
        try {
            return predecessor.concludes(job.task());
        } catch (InterruptedException stopped) { // Goes on as the path's own kind: nothing was spent yet.
            throw new TakenAwayException(Usage.NONE, List.of());
        }
    }

    private Suspects.Turn turn(Job job, WorkHold hold, int deliveries) throws TakenAwayException {
        try {
            return suspects.turn(job.task(), deliveries, job.trail(), hold);
        } catch (InterruptedException stopped) { // Goes on as the path's own kind: nothing was spent yet.
            throw new TakenAwayException(Usage.NONE, List.of());
        }
    }

    /** What need not be thought about: it was cancelled, the deadline has passed, or it has come too often. */
    private Optional<Outcome> hopeless(Job job, int deliveries) throws InterruptedException {
        if (cancellations.contains(job.task().key())) {
            return Optional.of(failed(job, Cancelled.FAULT, Usage.NONE));
        }
        if (suspects.isGuilty(deliveries, job.trail())) {
            return Optional.of(failed(
                    job,
                    FaultCode.ATTEMPTS_EXHAUSTED,
                    "The work failed " + (deliveries - 1) + " times and was given up."));
        }
        if (!ticker.now().isBefore(job.task().deadline())) {
            return Optional.of(failed(
                    job,
                    FaultCode.DEADLINE_MISSED,
                    "The deadline passed while the request waited; allow more time or send it again."));
        }
        return Optional.empty();
    }

    private static Outcome failed(Job job, FaultCode code, String message) {
        return failed(job, Fault.of(code, message), Usage.NONE);
    }

    private static Outcome failed(Job job, Fault fault, Usage spent) {
        return new Outcome.Failed(
                Outcome.VERSION,
                job.asked(),
                fault,
                spent,
                Timings.NONE,
                job.task().plan().pool(),
                Map.of());
    }

    private void putAside(WorkItem item) {
        Fault fault =
                Fault.of(FaultCode.UNREADABLE_WORK, "The work record is not a task of version " + Task.VERSION + ".");
        String key = item.key().text();
        RequestId id = RequestId.isValid(key)
                ? new RequestId(key)
                : RequestId.ofRecord(
                        item.ref().topic(), item.ref().partition(), item.ref().offset());
        DeadLetter letter = new DeadLetter(
                new RequestKey(TenantId.DEFAULT, id),
                fault,
                item.ref().topic(),
                item.ref().partition(),
                item.ref().offset());
        emission.putAside(letter, item.value().bytes());
    }

    private static Headers headersOf(WorkItem item) {
        Headers headers = new RecordHeaders();
        item.headers()
                .forEach(header -> headers.add(header.name(), header.value().bytes()));
        return headers;
    }
}
