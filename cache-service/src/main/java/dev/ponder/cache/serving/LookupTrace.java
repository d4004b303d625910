package dev.ponder.cache.serving;

import dev.ponder.cache.wire.CacheGrpc;
import dev.ponder.contracts.telemetry.Spans;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;

/**
 * Opens a server span for each call, within the context that the caller sent as gRPC metadata ({@code traceparent}); names and
 * attributes follow OpenTelemetry's RPC conventions. Any thread.
 */
public final class LookupTrace implements ServerInterceptor {

    private final Tracer tracer;
    private final TextMapPropagator propagator;

    /** Traces with the process's own OpenTelemetry. */
    public LookupTrace(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("dev.ponder");
        this.propagator = telemetry.getPropagators().getTextMapPropagator();
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        Span span = tracer.spanBuilder(call.getMethodDescriptor().getFullMethodName())
                .setSpanKind(SpanKind.SERVER)
                .setParent(propagator.extract(Context.root(), headers, MetadataCarrier.INSTANCE))
                .setAttribute(Spans.RPC_SYSTEM, "grpc")
                .setAttribute(Spans.RPC_SERVICE, CacheGrpc.SERVICE_NAME)
                .setAttribute(
                        Spans.RPC_METHOD,
                        String.valueOf(call.getMethodDescriptor().getBareMethodName()))
                .startSpan();
        return new TracedListener<>(next.startCall(new TracedCall<>(call, span), headers), span);
    }
}
