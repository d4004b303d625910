package dev.ponder.cache.serving;

import io.grpc.Metadata;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;

/** Reads a trace context from gRPC metadata. */
enum MetadataCarrier implements TextMapGetter<Metadata> {
    INSTANCE;

    @Override
    public Iterable<String> keys(Metadata headers) {
        return headers.keys();
    }

    @Override
    public @Nullable String get(@Nullable Metadata headers, String key) {
        return headers == null ? null : headers.get(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER));
    }
}
