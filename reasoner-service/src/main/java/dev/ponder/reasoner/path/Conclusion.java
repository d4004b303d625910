package dev.ponder.reasoner.path;

import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Provenance;
import dev.ponder.contracts.outcome.Timings;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.work.Task;
import dev.ponder.triton.client.generation.FailureKind;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.TokenUsage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Makes the outcome of how generations ended. Tokens of failed tries are counted too: they were paid for. One job's. */
final class Conclusion {

    private final Job job;
    private final ToIntFunction<String> tokens;
    private TokenUsage wasted = new TokenUsage(0, 0);

    Conclusion(Job job, ToIntFunction<String> tokens) {
        this.job = job;
        this.tokens = tokens;
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

    Tried of(GenerationEnd end, ChainRun run, String shard, Instant sentAt) {
        Timings timings = timings(run.times(), sentAt);
        return switch (end) {
            case GenerationEnd.Completed completed -> new Tried(answered(completed, run, shard, timings), false, false);
            case GenerationEnd.Cancelled cancelled -> {
                waste(cancelled.usage());
                Fault fault = Fault.of(FaultCode.ENGINE_FAILED, "The generation was cancelled.");
                yield new Tried(failed(fault, timings), false, false);
            }
            case GenerationEnd.Failed failure -> {
                waste(failure.usage());
                Fault fault = fault(failure);
                boolean engineFailed = fault.code() == FaultCode.ENGINE_FAILED;
                yield new Tried(failed(fault, timings), failure.kind().isRetryable(), engineFailed);
            }
        };
    }

    /** A generation was cancelled since its job is taken away. */
    void cutShort(GenerationEnd end) {
        waste(end.usage());
    }

    /** What was spent without an answer. */
    Usage wasted() {
        return new Usage(wasted.prompt(), wasted.completion(), 0, 0);
    }

    private Outcome answered(GenerationEnd.Completed completed, ChainRun run, String shard, Timings timings) {
        Task task = job.task();
        int completion = completed.usage().completion();
        int thought = Math.min(completion, run.text().thoughtTokens(tokens));
        Usage usage =
                new Usage(completed.usage().prompt() + wasted.prompt(), completion + wasted.completion(), thought, 0);
        boolean teaches = task.options().cache().teaches() && !completed.cut();
        return new Outcome.Answered(
                Outcome.VERSION,
                job.asked(),
                run.text().chain(task.options().maxChainLength(), tokens),
                usage,
                timings,
                new Provenance.Thought(List.of(shard), completed.cut() ? "length" : "stop"),
                task.plan(),
                task.classification(),
                teaches ? task.questionKey() : null,
                Map.of());
    }

    private Outcome failed(Fault fault, Timings timings) {
        return new Outcome.Failed(Outcome.VERSION, job.asked(), fault, wasted(), timings, Map.of());
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

    private void waste(TokenUsage usage) {
        wasted = new TokenUsage(wasted.prompt() + usage.prompt(), wasted.completion() + usage.completion());
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
