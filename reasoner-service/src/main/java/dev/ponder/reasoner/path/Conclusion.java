package dev.ponder.reasoner.path;

import static java.util.Objects.requireNonNullElse;

import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Provenance;
import dev.ponder.contracts.outcome.Timings;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.progress.BegunChain;
import dev.ponder.contracts.request.CacheUse;
import dev.ponder.contracts.work.Task;
import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.TokenUsage;
import java.time.Instant;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Makes the outcome of how generations ended. Each goes on from where the one before it broke off, so that all together cost what one
 * would have. One job's.
 */
final class Conclusion {

    private final Job job;
    private final ToIntFunction<String> tokens;
    private TokenUsage spent;

    Conclusion(Job job, BegunChain begun, ToIntFunction<String> tokens) {
        this.job = job;
        this.tokens = tokens;
        this.spent = new TokenUsage(0, begun.tokens());
    }

    /** Nothing was tried, since no healthy shard was there before the deadline. */
    Tried unreached() {
        return new Tried(
                failed(
                        Fault.of(
                                FaultCode.ENGINE_UNAVAILABLE,
                                "No healthy shard was there before the deadline; allow more time or send it again."),
                        Timings.NONE),
                true,
                false);
    }

    /** An earlier holder had brought the chain to its end. */
    Outcome whole(GrowingChain chain, int promptTokens) {
        spend(new TokenUsage(promptTokens, chain.soFar().tokens()));
        return answered(spent, chain, Timings.NONE);
    }

    Tried of(GenerationEnd end, ChainRun run, Instant sentAt) {
        Timings timings = timings(run.times(), sentAt);
        spend(end.usage());
        return switch (end) {
            case GenerationEnd.Completed completed ->
                new Tried(answered(completed.usage(), run.chain(), timings), false, false);
            case GenerationEnd.Cancelled _ -> {
                Fault fault = Fault.of(FaultCode.ENGINE_FAILED, "The generation was cancelled.");
                yield new Tried(failed(fault, timings), false, false);
            }
            case GenerationEnd.Failed failure -> {
                Fault fault = fault(failure);
                boolean engineFailed = fault.code() == FaultCode.ENGINE_FAILED;
                yield new Tried(failed(fault, timings), failure.kind().isRetryable(), engineFailed);
            }
        };
    }

    /** A generation was cancelled since its job is taken away. */
    void cutShort(GenerationEnd end) {
        spend(end.usage());
    }

    /** What all generations have cost. */
    Usage spent() {
        return new Usage(spent.prompt(), spent.completion(), 0, 0);
    }

    private Outcome answered(TokenUsage used, GrowingChain chain, Timings timings) {
        Task task = job.task();
        BegunChain written = chain.soFar();
        String ended = requireNonNullElse(written.ended(), "stop");
        int completion = used.completion();
        int thought = Math.min(completion, chain.text().thoughtTokens(tokens));
        Usage usage = new Usage(spent.prompt(), completion, thought, 0);
        boolean teaches = CacheUse.of(task.options(), task.sampling()).teaches() && ended.equals("stop");
        return new Outcome.Answered(
                Outcome.VERSION,
                job.asked(),
                chain.text().chain(task.options().maxChainLength(), tokens),
                usage,
                timings,
                new Provenance.Thought(written.shards(), ended),
                task.plan(),
                task.classification(),
                teaches ? task.questionKey() : null,
                Map.of());
    }

    private Outcome failed(Fault fault, Timings timings) {
        return new Outcome.Failed(
                Outcome.VERSION,
                job.asked(),
                fault,
                spent(),
                timings,
                job.task().plan().pool(),
                Map.of());
    }

    private static Fault fault(GenerationEnd.Failed failure) {
        FaultCode code =
                switch (failure.kind()) {
                    case DEADLINE -> FaultCode.DEADLINE_MISSED;
                    case UNAVAILABLE, LEAVING, QUEUE_FULL, MODEL_UNKNOWN, NO_SHARD -> FaultCode.ENGINE_UNAVAILABLE;
                    case BROKEN_STREAM, ENGINE_ERROR, UNREADABLE, REFUSED, TOO_LARGE -> FaultCode.ENGINE_FAILED;
                };
        String fix = failure.kind() == FailureKind.DEADLINE ? " Allow more time." : " Send the request again.";
        return Fault.of(code, failure.message() + fix);
    }

    /** A try that never began says nothing of the chain; one that did counts what came before it too. */
    private void spend(TokenUsage usage) {
        spent = new TokenUsage(
                Math.max(spent.prompt(), usage.prompt()), Math.max(spent.completion(), usage.completion()));
    }

    private Timings timings(RunTimes times, Instant sentAt) {
        return new Timings(
                job.routerMillis(),
                job.queueMillis(sentAt),
                times.ttftMillis(),
                times.itlMillis(),
                times.generationMillis());
    }
}
