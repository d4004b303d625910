package dev.ponder.cache.serving;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.ServerCall;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

/** Ends a call's span when gRPC says that the call has ended, by an answer or by the caller's going away. */
final class TracedListener<Q> extends SimpleForwardingServerCallListener<Q> {

    private final Span span;

    TracedListener(ServerCall.Listener<Q> listener, Span span) {
        super(listener);
        this.span = span;
    }

    @Override
    public void onComplete() {
        super.onComplete();
        span.end();
    }

    @Override
    public void onCancel() {
        super.onCancel();
        span.setStatus(StatusCode.ERROR, "CANCELLED");
        span.end();
    }
}
