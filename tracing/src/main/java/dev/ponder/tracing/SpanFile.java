package dev.ponder.tracing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.contracts.json.Json;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;

/**
 * Appends finished spans to a file, a JSON object a line: {@code trace, span, parent, name, kind, start_ns, end_ns, service,
 * attributes}. For people without a collector. Spans carry no prompt and no answer. Called by the SDK, one call at a time.
 */
public final class SpanFile implements SpanExporter {

    private final String service;
    private final Path file;

    /**
     * Writes to a file, made when the first span ends.
     *
     * @param service whose spans they are
     */
    public SpanFile(String service, Path file) {
        this.service = service;
        this.file = file;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        List<String> lines = spans.stream().map(this::line).toList();
        try {
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return CompletableResultCode.ofSuccess();
        } catch (IOException unwritable) {
            return CompletableResultCode.ofExceptionalFailure(unwritable);
        }
    }

    private String line(SpanData span) {
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("trace", span.getTraceId());
        line.put("span", span.getSpanId());
        line.put("parent", span.getParentSpanId());
        line.put("name", span.getName());
        line.put("kind", span.getKind().name());
        line.put("start_ns", span.getStartEpochNanos());
        line.put("end_ns", span.getEndEpochNanos());
        line.put("service", service);
        ObjectNode attributes = line.putObject("attributes");
        span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), String.valueOf(value)));
        return line.toString();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
