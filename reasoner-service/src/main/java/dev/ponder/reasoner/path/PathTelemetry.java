package dev.ponder.reasoner.path;

import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.contracts.telemetry.Spans;
import dev.ponder.tracing.RecordTrace;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.TokenUsage;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

/** Meters and spans of generations, under OpenTelemetry's GenAI names. Thread-safe. */
public final class PathTelemetry {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final Duration[] BOUNDS = DoubleStream.of(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800)
            .mapToObj(seconds -> Duration.ofMillis((long) (seconds * 1000)))
            .toArray(Duration[]::new);

    private final RecordTrace trace;
    private final Timer duration;
    private final Timer firstChunk;
    private final Timer laterChunks;
    private final Timer queueWait;
    private final DistributionSummary input;
    private final DistributionSummary output;

    /** Registers the meters. */
    public PathTelemetry(RecordTrace trace, MeterRegistry meters) {
        this.trace = trace;
        this.duration = meters.timer(Meters.OPERATION_DURATION);
        this.firstChunk = histogram(Meters.TIME_TO_FIRST_CHUNK, meters);
        this.laterChunks = meters.timer(Meters.TIME_PER_OUTPUT_CHUNK);
        this.queueWait = histogram(Meters.QUEUE_WAIT, meters);
        this.input = meters.summary(Meters.TOKEN_USAGE, "gen_ai.token.type", "input");
        this.output = meters.summary(Meters.TOKEN_USAGE, "gen_ai.token.type", "output");
    }

    /** With buckets, since who promises a first token in time looks at the slowest tenth and not at the mean. */
    private static Timer histogram(String name, MeterRegistry meters) {
        return Timer.builder(name).serviceLevelObjectives(BOUNDS).register(meters);
    }

    Span startChat(Job job, String shard) {
        return trace.startChat(job.span(), job.task().model(), shard);
    }

    /** Notes how long the work waited until its first generation. */
    void waited(Job job, Instant sentAt) {
        queueWait.record(job.queueWait(sentAt));
    }

    /**
     * Notes a generation's end.
     *
     * @param before the tokens it went on from: put in, not generated
     */
    void ended(Span span, RunTimes times, GenerationEnd end, int before) {
        duration.record(times.endedNanos() - times.sentNanos(), TimeUnit.NANOSECONDS);
        if (times.firstNanos() >= 0) {
            firstChunk.record(times.firstNanos() - times.sentNanos(), TimeUnit.NANOSECONDS);
        }
        Double itl = times.itlMillis();
        if (itl != null) {
            laterChunks.record(Math.round(itl * NANOS_PER_MILLI), TimeUnit.NANOSECONDS);
        }
        tokens(span, end.usage(), end.usage().prompt() > 0 ? before : 0);
        if (end instanceof GenerationEnd.Failed failed) {
            span.setStatus(StatusCode.ERROR, failed.kind().name());
        }
        span.end();
    }

    private void tokens(Span span, TokenUsage usage, int before) {
        int in = usage.prompt() + before;
        int out = Math.max(0, usage.completion() - before);
        input.record(in);
        output.record(out);
        span.setAttribute(Spans.GEN_AI_INPUT_TOKENS, in);
        span.setAttribute(Spans.GEN_AI_OUTPUT_TOKENS, out);
    }
}
