package dev.ponder.reasoner.path;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.contracts.telemetry.Spans;
import dev.ponder.tracing.RecordTrace;
import dev.ponder.triton.client.generation.GenerationEnd;
import dev.ponder.triton.client.generation.TokenUsage;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Meters and spans of generations, under OpenTelemetry's GenAI names. Thread-safe. */
public final class PathTelemetry {

    private static final double NANOS_PER_MILLI = 1e6;
    private final RecordTrace trace;
    private final MeterRegistry registry;
    private final Map<SloClass, ClassMeters> classes = new EnumMap<>(SloClass.class);

    /** Registers the meters. */
    public PathTelemetry(RecordTrace trace, MeterRegistry meters) {
        this.trace = trace;
        this.registry = meters;
        for (SloClass slo : SloClass.values()) {
            classes.put(slo, ClassMeters.of(slo, meters));
        }
    }

    Span startChat(Job job, String shard) {
        return trace.startChat(job.span(), job.task().model(), shard);
    }

    /** Notes how long the work waited until its first generation. */
    void waited(Job job, Instant sentAt) {
        of(job).queueWait().record(job.queueWait(sentAt));
    }

    /** Notes when the first token of an answer came, counted from when its request did. */
    void began(Job job, RunTimes times, Instant sentAt) {
        if (times.firstNanos() >= 0) {
            Duration waited = Duration.between(job.task().arrivedAt(), sentAt);
            Duration first = waited.plusNanos(times.firstNanos() - times.sentNanos());
            of(job).firstToken().record(first.isNegative() ? Duration.ZERO : first);
        }
    }

    /**
     * Notes a generation's end.
     *
     * @param before the tokens it went on from: put in, not generated
     */
    void ended(Job job, Span span, RunTimes times, GenerationEnd end, int before) {
        ClassMeters meters = of(job);
        meters.duration().record(times.endedNanos() - times.sentNanos(), TimeUnit.NANOSECONDS);
        if (times.firstNanos() >= 0) {
            meters.firstChunk().record(times.firstNanos() - times.sentNanos(), TimeUnit.NANOSECONDS);
        }
        Double itl = times.itlMillis();
        if (itl != null) {
            meters.laterChunks().record(Math.round(itl * NANOS_PER_MILLI), TimeUnit.NANOSECONDS);
        }
        registry.counter(Meters.GENERATIONS, Meters.TAG_OUTCOME, word(end)).increment();
        tokens(meters, span, end.usage(), end.usage().prompt() > 0 ? before : 0);
        if (end instanceof GenerationEnd.Failed failed) {
            span.setStatus(StatusCode.ERROR, failed.kind().name());
        }
        span.end();
    }

    private static String word(GenerationEnd end) {
        return switch (end) {
            case GenerationEnd.Completed _ -> "completed";
            case GenerationEnd.Cancelled _ -> "cancelled";
            case GenerationEnd.Failed failed -> failed.kind().code();
        };
    }

    private ClassMeters of(Job job) {
        return requireNonNull(classes.get(job.task().plan().slo()), "every class has meters");
    }

    private static void tokens(ClassMeters meters, Span span, TokenUsage usage, int before) {
        int in = usage.prompt() + before;
        int out = Math.max(0, usage.completion() - before);
        meters.input().record(in);
        meters.output().record(out);
        span.setAttribute(Spans.GEN_AI_INPUT_TOKENS, in);
        span.setAttribute(Spans.GEN_AI_OUTPUT_TOKENS, out);
    }
}
