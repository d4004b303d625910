package dev.ponder.tracing;

import dev.ponder.contracts.telemetry.Spans;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Opens the spans of work on records, and carries their context from record to record. Names and attributes follow
 * OpenTelemetry's messaging conventions; the context is W3C's {@code traceparent}. Stateless: any thread.
 */
public final class RecordTrace {

    private static final String KAFKA = "kafka";
    private static final Pattern PLACE = Pattern.compile("(.+):(\\d{1,5})");

    private final Tracer tracer;
    private final TextMapPropagator propagator;

    /** Traces with the process's own OpenTelemetry; one that is switched off costs next to nothing. */
    public RecordTrace(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("dev.ponder");
        this.propagator = telemetry.getPropagators().getTextMapPropagator();
    }

    /**
     * Opens the span of working on one record, {@code process TOPIC}. Its parent is the context that the record brought, and
     * it links to it too, which is the form that the conventions ask for; the caller ends it when the work has ended.
     */
    public Span startProcess(String topic, String requestId, Headers incoming) {
        Context brought = propagator.extract(Context.root(), incoming, HeaderCarrier.INSTANCE);
        return tracer.spanBuilder(Spans.process(topic))
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(brought)
                .addLink(Span.fromContext(brought).getSpanContext())
                .setAttribute(Spans.MESSAGING_SYSTEM, KAFKA)
                .setAttribute(Spans.MESSAGING_OPERATION, "process")
                .setAttribute(Spans.MESSAGING_OPERATION_TYPE, "process")
                .setAttribute(Spans.MESSAGING_DESTINATION, topic)
                .setAttribute(Spans.MESSAGING_ID, requestId)
                .startSpan();
    }

    /** Opens the span of sending a record that nothing led to: the root of a trace. */
    public Span startSend(String topic, String requestId) {
        return tracer.spanBuilder(Spans.send(topic))
                .setSpanKind(SpanKind.PRODUCER)
                .setNoParent()
                .setAttribute(Spans.MESSAGING_SYSTEM, KAFKA)
                .setAttribute(Spans.MESSAGING_OPERATION, "send")
                .setAttribute(Spans.MESSAGING_OPERATION_TYPE, "send")
                .setAttribute(Spans.MESSAGING_DESTINATION, topic)
                .setAttribute(Spans.MESSAGING_ID, requestId)
                .startSpan();
    }

    /**
     * Opens the span of one generation, {@code chat MODEL}, within another span.
     *
     * @param shard where it runs, as {@code host:port}
     */
    public Span startChat(Span within, String model, String shard) {
        Matcher place = PLACE.matcher(shard);
        boolean told = place.matches();
        SpanBuilder chat = tracer.spanBuilder(Spans.chat(model))
                .setSpanKind(SpanKind.CLIENT)
                .setParent(Context.root().with(within))
                .setAttribute(Spans.GEN_AI_OPERATION, "chat")
                .setAttribute(Spans.GEN_AI_PROVIDER, "nvidia.triton")
                .setAttribute(Spans.GEN_AI_MODEL, model)
                .setAttribute(Spans.SERVER_ADDRESS, told ? place.group(1) : shard);
        if (told) {
            chat.setAttribute(Spans.SERVER_PORT, Long.parseLong(place.group(2)));
        }
        return chat.startSpan();
    }

    /** Writes the span's context into the headers of a record that its work sends. */
    public void inject(Span span, Headers outgoing) {
        propagator.inject(Context.root().with(span), outgoing, HeaderCarrier.INSTANCE);
    }

    /** Makes new headers with the span's context in them. */
    public Headers headersOf(Span span) {
        Headers headers = new RecordHeaders();
        inject(span, headers);
        return headers;
    }
}
