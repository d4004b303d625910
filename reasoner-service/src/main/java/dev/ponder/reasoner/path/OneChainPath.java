package dev.ponder.reasoner.path;

import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.Pauser;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.triton.client.generation.Generation;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.GenerationRequest;
import dev.ponder.triton.client.pool.Lease;
import dev.ponder.triton.client.pool.ShardPool;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One generation, its answer taken as it is. A shard's own failure sends the generation to another shard; while none can be
 * reached it waits and tries again as long as the deadline lasts. The chunks of a failed try stay, those of the next go on
 * counting.
 */
public final class OneChainPath implements ComputePath {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final ShardPool pool;
    private final Prompting prompting;
    private final ChunkSink chunks;
    private final PathTelemetry telemetry;
    private final Ticker ticker;
    private final Pauser pauser;

    /** Thinks on a pool's shards. */
    public OneChainPath(
            ShardPool pool,
            Prompting prompting,
            ChunkSink chunks,
            PathTelemetry telemetry,
            Ticker ticker,
            Pauser pauser) {
        this.pool = pool;
        this.prompting = prompting;
        this.chunks = chunks;
        this.telemetry = telemetry;
        this.ticker = ticker;
        this.pauser = pauser;
    }

    @Override
    public Outcome think(Job job) throws TakenAwayException {
        Conclusion conclusion = new Conclusion(job, prompting.tokens());
        try {
            return think(job, conclusion);
        } catch (InterruptedException _) { // Goes on as one that says what was spent.
            throw new TakenAwayException(conclusion.wasted());
        }
    }

    private Outcome think(Job job, Conclusion conclusion) throws InterruptedException {
        ChunkStream stream = new ChunkStream(job.task(), chunk -> chunks.accept(chunk, job.span()));
        Set<String> tried = new HashSet<>();
        Retries retries = new Retries();
        Tried last = conclusion.unreached();
        while (retries.mayTry(last)) {
            GenerationRequest request = prompting.request(job.task(), timeLeft(job.task()));
            Optional<Lease> lease = awaitShard(job.task(), request, tried);
            if (lease.isEmpty()) {
                break;
            }
            if (tried.isEmpty()) {
                telemetry.waited(job, ticker.now());
            }
            boolean anew = !tried.add(lease.orElseThrow().shard().name());
            last = tryOn(lease.orElseThrow(), request, job, conclusion, stream);
            retries.note(last);
            if (anew && retries.mayTry(last)) {
                pauser.pause(retries.pause());
            }
        }
        stream.end(ticker.nanos());
        return last.outcome();
    }

    /** Waits for a shard as long as the deadline lasts: one not tried yet, else any. */
    private Optional<Lease> awaitShard(Task task, GenerationRequest request, Set<String> tried)
            throws InterruptedException {
        while (timeLeft(task).isPositive()) {
            Optional<Lease> lease = pool.choose(request, tried).or(() -> pool.choose(request, Set.of()));
            if (lease.isPresent()) {
                return lease;
            }
            pauser.pause(LOOK_AGAIN);
        }
        return Optional.empty();
    }

    private Tried tryOn(Lease lease, GenerationRequest request, Job job, Conclusion conclusion, ChunkStream stream)
            throws InterruptedException {
        String shard = lease.shard().name();
        Span span = telemetry.startChat(job, shard);
        ChainRun run = new ChainRun(stream, prompting.opensThought(), ticker);
        Instant sentAt = ticker.now();
        GenerationEnd end = ChainRun.CUT_SHORT;
        try {
            Generation generation = lease.start(request, run);
            end = run.awaitEnd(generation);
        } catch (InterruptedException takenAway) {
            end = run.lastWord();
            conclusion.cutShort(end);
            throw takenAway;
        } finally { // A job that is taken away ends its span and its times too.
            telemetry.ended(span, run.times(), end);
        }
        return conclusion.of(end, run, shard, sentAt);
    }

    private Duration timeLeft(Task task) {
        return Duration.between(ticker.now(), task.deadline());
    }
}
