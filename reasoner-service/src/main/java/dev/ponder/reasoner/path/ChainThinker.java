package dev.ponder.reasoner.path;

import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.progress.BegunChain;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Thinks one chain to its end, over as many shards as that takes. A shard's own failure sends it to another shard, which goes on from
 * where it broke off; while none can be reached it waits and tries again as long as the deadline lasts. Any thread.
 */
public final class ChainThinker {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final ShardPool pool;
    private final Prompting prompting;
    private final ChunkSink chunks;
    private final PathTelemetry telemetry;
    private final Ticker ticker;
    private final Pauser pauser;

    /** Thinks on a pool's shards. */
    public ChainThinker(
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

    /** One of a job's chains, as far as an earlier holder had come with it. */
    GrowingChain chain(Job job, int number, BegunChain begun) {
        ChunkStream stream =
                new ChunkStream(job.task(), job.trail().delivery(), number, chunk -> chunks.accept(chunk, job.span()));
        GrowingChain chain = new GrowingChain(
                stream, prompting.opensThought(), job.task().sampling().stop());
        chain.begin(begun, ticker.nanos());
        return chain;
    }

    /** Thinks until the chain's end or the deadline; interrupted, it cancels what runs. */
    Outcome think(Job job, GrowingChain chain, Meanwhile meanwhile) throws TakenAwayException {
        Conclusion conclusion = new Conclusion(job, chain.soFar(), prompting.tokens());
        try {
            Outcome outcome = grow(chain, job, conclusion, meanwhile);
            chain.close(ticker.nanos());
            return outcome;
        } catch (InterruptedException _) { // Goes on as one that says what was spent, and how far it came.
            throw new TakenAwayException(conclusion.spent(), List.of(chain.soFar()));
        }
    }

    private Outcome grow(GrowingChain chain, Job job, Conclusion conclusion, Meanwhile meanwhile)
            throws InterruptedException {
        Set<String> tried = new HashSet<>();
        Retries retries = new Retries();
        Tried last = conclusion.unreached();
        while (retries.mayTry(last)) {
            BegunChain begun = chain.soFar();
            if (begun.ended() == null && begun.tokens() >= job.task().sampling().maxCompletionTokens()) {
                chain.end(
                        "length",
                        ticker.nanos()); // It was broken off between its last token and the word that it ended.
            }
            if (chain.soFar().ended() != null) {
                chain.finish(ticker.nanos());
                return conclusion.whole(chain, prompting.promptTokens(job.task()));
            }
            GenerationRequest request = prompting.request(job.task(), begun, timeLeft(job.task()));
            Optional<Lease> lease = awaitShard(job.task(), request, tried);
            if (lease.isEmpty()) {
                break;
            }
            if (tried.isEmpty() && chain.isFirst()) {
                telemetry.waited(job, ticker.now());
            }
            boolean anew = !tried.add(lease.orElseThrow().shard().name());
            last = tryOn(lease.orElseThrow(), request, job, conclusion, chain, meanwhile);
            retries.note(last);
            if (anew && retries.mayTry(last)) {
                pauser.pause(retries.pause());
            }
        }
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

    private Tried tryOn(
            Lease lease,
            GenerationRequest request,
            Job job,
            Conclusion conclusion,
            GrowingChain chain,
            Meanwhile meanwhile)
            throws InterruptedException {
        String shard = lease.shard().name();
        Span span = telemetry.startChat(job, shard);
        ChainRun run = new ChainRun(chain, shard, ticker);
        Instant sentAt = ticker.now();
        GenerationEnd end = ChainRun.CUT_SHORT;
        try {
            Generation generation = lease.start(request, run);
            end = run.awaitEnd(generation, meanwhile);
        } catch (InterruptedException takenAway) {
            end = run.lastWord();
            conclusion.cutShort(end);
            throw takenAway;
        } finally { // A job that is taken away ends its span and its times too.
            if (chain.isFirst() && request.prefix().tokens() == 0) {
                telemetry.began(job, run.times(), sentAt);
            }
            telemetry.ended(job, span, run.times(), end, request.prefix().tokens());
        }
        return conclusion.of(end, run, sentAt);
    }

    private Duration timeLeft(Task task) {
        return Duration.between(ticker.now(), task.deadline());
    }
}
