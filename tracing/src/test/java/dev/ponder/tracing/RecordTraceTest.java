package dev.ponder.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordTraceTest {

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
            .build();
    private final RecordTrace trace = new RecordTrace(telemetry);

    @Test
    void continuesTheTraceThatARecordBrings() {
        Span send = trace.startSend("reasoning.requests", "a");
        Headers headers = trace.headersOf(send);

        Span process = trace.startProcess("reasoning.requests", "a", headers);

        process.end();
        SpanData written = spans.getFinishedSpanItems().getFirst();
        assertThat(written.getName()).isEqualTo("process reasoning.requests");
        assertThat(written.getTraceId()).isEqualTo(send.getSpanContext().getTraceId());
        assertThat(written.getParentSpanId()).isEqualTo(send.getSpanContext().getSpanId());
        assertThat(written.getLinks()).hasSize(1);
    }

    @Test
    void namesTheShardByHostAndPort() {
        Span work = trace.startSend("reasoning.work", "a");

        trace.startChat(work, "m", "[::1]:8001").end();
        trace.startChat(work, "m", "alone").end();

        assertThat(spans.getFinishedSpanItems().getFirst().getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("server.address"), "[::1]")
                .containsEntry(AttributeKey.longKey("server.port"), 8001L);
        assertThat(spans.getFinishedSpanItems().getLast().getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("server.address"), "alone")
                .doesNotContainKey(AttributeKey.longKey("server.port"));
    }

    @Test
    void writesSpansAsLines(@TempDir Path folder) throws IOException {
        Span span = trace.startSend("reasoning.requests", "a");
        span.end();
        Path file = folder.resolve("spans.jsonl");

        new SpanFile("router", file).export(spans.getFinishedSpanItems());

        assertThat(Files.readAllLines(file))
                .singleElement()
                .asString()
                .contains("\"name\":\"send reasoning.requests\"")
                .contains("\"service\":\"router\"");
    }
}
