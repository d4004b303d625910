package dev.ponder.cache.serving;

import dev.ponder.cache.wire.LookupResponse;
import dev.ponder.contracts.telemetry.Spans;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/** A call whose span says how it was answered. The span ends when the call does, by {@link TracedListener}. */
final class TracedCall<Q, R> extends SimpleForwardingServerCall<Q, R> {

    private final Span span;

    TracedCall(ServerCall<Q, R> call, Span span) {
        super(call);
        this.span = span;
    }

    @Override
    public void sendMessage(R message) {
        if (message instanceof LookupResponse answer) {
            span.setAttribute(Spans.LOOKUP_OUTCOME, answer.hasHit() ? "hit" : "miss");
        }
        super.sendMessage(message);
    }

    @Override
    public void close(Status status, Metadata trailers) {
        span.setAttribute(Spans.RPC_STATUS, status.getCode().value());
        if (!status.isOk()) {
            span.setStatus(StatusCode.ERROR, status.getCode().name());
        }
        super.close(status, trailers);
    }
}
