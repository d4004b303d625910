package dev.ponder.bench.faults;

import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Provenance;
import dev.ponder.contracts.plan.Classification;
import dev.ponder.contracts.plan.Plan;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.request.CachePolicy;
import dev.ponder.contracts.request.ChatMessage;
import dev.ponder.contracts.request.PonderOptions;
import dev.ponder.contracts.request.Sampling;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.Pauser;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.reasoner.binding.JobRoom;
import dev.ponder.reasoner.path.ChainThinker;
import dev.ponder.reasoner.path.Job;
import dev.ponder.reasoner.path.OneChainPath;
import dev.ponder.reasoner.path.PathTelemetry;
import dev.ponder.reasoner.path.Prompting;
import dev.ponder.reasoner.progress.Pace;
import dev.ponder.reasoner.progress.ProgressKeeper;
import dev.ponder.tracing.RecordTrace;
import dev.ponder.triton.client.pool.ShardPool;
import dev.ponder.triton.client.text.ChatTemplate;
import dev.ponder.triton.client.token.ApproximateTokens;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Has the reasoner's shipped path think one chain on the pool, with its retries, pauses and goings on from where a shard broke off, and
 * looks whether that ends in time. Any thread.
 */
final class Caller {

    /** How long a request may take. */
    static final Duration DEADLINE = Duration.ofSeconds(4);

    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int TOKENS = 30;
    private static final int MAX_TOKENS = 60;
    private static final Ticker TICKER = Ticker.system();
    private static final Classification NONE = new Classification("math", 0, 0, "number", true, "bench");
    private static final Plan PLAN = Plan.oneChain(new PoolId("main"), SloClass.INTERACTIVE, MAX_TOKENS);

    private final ShardPool pool;
    private final Prompting prompting = new Prompting(ChatTemplate.chatMl(), new ApproximateTokens(), "bench");
    private final RecordTrace trace = new RecordTrace(OpenTelemetry.noop());
    /** No process dies here, so nobody goes on from what another one had written down. */
    private final ProgressKeeper nothingKept = new ProgressKeeper(
            _ -> CompletableFuture.completedFuture(null),
            (_, _, _) -> Optional.empty(),
            new Pace(Duration.ofHours(1), 1),
            GRACE,
            true,
            TICKER);

    Caller(ShardPool pool) {
        this.pool = pool;
    }

    Asked ask(String id) throws InterruptedException {
        // Meters of its own tell how many generations one request has taken.
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        ChainThinker thinker = new ChainThinker(
                pool, prompting, (_, _) -> {}, new PathTelemetry(trace, meters), TICKER, Pauser.system());
        Job job = job(id);
        FutureTask<Outcome> thinking = new FutureTask<>(() -> new OneChainPath(thinker).think(job));
        Thread thread = Thread.ofVirtual().start(thinking);
        Asked.End end = end(thinking, thread);
        return new Asked(end, generations(meters), System.nanoTime());
    }

    private static Asked.End end(FutureTask<Outcome> thinking, Thread thread) throws InterruptedException {
        try {
            Outcome outcome = thinking.get(DEADLINE.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
            return outcome instanceof Outcome.Answered answered ? answered(answered) : Asked.End.FAILED;
        } catch (TimeoutException never) {
            thread.interrupt();
            return Asked.End.NONE;
        } catch (ExecutionException defect) {
            throw new IllegalStateException("the path threw what it may not", defect.getCause());
        }
    }

    private static Asked.End answered(Outcome.Answered answered) {
        boolean elsewhere = answered.provenance() instanceof Provenance.Thought thought
                && thought.shards().size() > 1;
        return elsewhere ? Asked.End.RESUMED : Asked.End.COMPLETED;
    }

    private static int generations(SimpleMeterRegistry meters) {
        return (int) meters.find(Meters.GENERATIONS).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private Job job(String id) {
        Instant now = TICKER.now();
        Task task = new Task(
                Task.VERSION,
                TenantId.DEFAULT,
                new RequestId(id),
                1,
                "default",
                List.of(new ChatMessage("user", "tokens=" + TOKENS)),
                new Sampling(MAX_TOKENS, 1, 1, null, List.of()),
                false,
                new PonderOptions(true, 10, SloClass.INTERACTIVE, null, CachePolicy.BYPASS, false),
                PLAN,
                NONE,
                now,
                now.plus(DEADLINE),
                "bench",
                Json.mapper().createObjectNode(),
                Map.of());
        return new Job(task, now, Span.getInvalid(), nothingKept.follow(task, now, 1, false), JobRoom.BOUNDLESS);
    }
}
