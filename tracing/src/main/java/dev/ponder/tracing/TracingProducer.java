package dev.ponder.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a service traces with, and where its finished spans go beside a collector. */
@Singleton
public final class TracingProducer {

    @Produces
    @Singleton
    RecordTrace trace(OpenTelemetry telemetry) {
        return new RecordTrace(telemetry);
    }

    /** To the file named by {@code ponder.trace.file}, if one is named. */
    @Produces
    @Singleton
    SpanProcessor toFile(
            @ConfigProperty(name = TraceSwitch.FILE) Optional<Path> file,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        return file.map(path -> SimpleSpanProcessor.create(new SpanFile(service, path)))
                .orElseGet(SpanProcessor::composite);
    }
}
