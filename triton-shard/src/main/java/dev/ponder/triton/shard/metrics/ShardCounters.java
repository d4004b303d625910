package dev.ponder.triton.shard.metrics;

import dev.ponder.triton.shard.model.ModelDef;
import dev.ponder.triton.wire.InferResponseStatistics;
import dev.ponder.triton.wire.InferStatistics;
import dev.ponder.triton.wire.ModelStatistics;
import dev.ponder.triton.wire.ModelStatisticsResponse;
import dev.ponder.triton.wire.StatisticDuration;
import java.util.concurrent.atomic.LongAdder;

/** What the server has done since it started. Any thread. */
public final class ShardCounters {

    private final LongAdder succeeded = new LongAdder();
    private final LongAdder responses = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder cancelled = new LongAdder();
    private final Durations durations = new Durations();

    /** A generation ended by itself. */
    public void succeeded(Finished finished) {
        succeeded.increment();
        responses.add(finished.tokens());
        durations.add(finished);
    }

    /** A generation ended with an error of the backend. */
    public void failed() {
        failed.increment();
    }

    /** A request was refused before any inference. */
    public void refused() {
        refused.increment();
    }

    /** A generation was cancelled. */
    public void cancelled() {
        cancelled.increment();
    }

    long successes() {
        return succeeded.sum();
    }

    Durations durations() {
        return durations;
    }

    long failures() {
        return failed.sum();
    }

    long refusals() {
        return refused.sum();
    }

    long cancels() {
        return cancelled.sum();
    }

    /** The answer to ModelStatistics. */
    public ModelStatisticsResponse statistics(String model) {
        InferResponseStatistics ofResponses = InferResponseStatistics.newBuilder()
                .setSuccess(count(responses))
                .setFail(count(failed))
                .setCancel(count(cancelled))
                .build();
        ModelStatistics statistics = ModelStatistics.newBuilder()
                .setName(model)
                .setVersion(ModelDef.VERSION)
                .setInferenceCount(succeeded.sum())
                .setExecutionCount(succeeded.sum() + failed.sum() + cancelled.sum())
                .setInferenceStats(InferStatistics.newBuilder()
                        .setSuccess(count(succeeded))
                        .setFail(count(failed)))
                .putResponseStats("0", ofResponses)
                .build();
        return ModelStatisticsResponse.newBuilder().addModelStats(statistics).build();
    }

    private static StatisticDuration count(LongAdder adder) {
        return StatisticDuration.newBuilder().setCount(adder.sum()).build();
    }
}
