package dev.ponder.it.traces;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.it.chain.Asker;
import dev.ponder.tracing.RecordTrace;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

/** A user whose own program is traced: the root of a trace is theirs. */
final class Producer implements AutoCloseable {

    private final OpenTelemetrySdk telemetry;
    private final RecordTrace trace;
    private final Asker asker;

    /** Sends spans to a collector, by HTTP. */
    Producer(String traces, Asker asker) {
        this.telemetry = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "producer")))
                        .addSpanProcessor(SimpleSpanProcessor.create(OtlpHttpSpanExporter.builder()
                                .setEndpoint(traces)
                                .build()))
                        .build())
                .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
                .build();
        this.trace = new RecordTrace(telemetry);
        this.asker = asker;
    }

    /** Asks within a trace of its own; says which. */
    String ask(String id, String question) {
        Span span = trace.startSend(Topics.requests(TenantId.DEFAULT), id);
        asker.ask("{\"id\":\"" + id + "\",\"input_text\":\"" + question + "\"}", trace.headersOf(span));
        span.end();
        return span.getSpanContext().getTraceId();
    }

    @Override
    public void close() {
        telemetry.close();
    }
}
