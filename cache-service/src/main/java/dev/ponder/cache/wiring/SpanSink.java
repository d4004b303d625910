package dev.ponder.cache.wiring;

import dev.ponder.tracing.SpanFile;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where finished spans go beside a collector: to the file named by {@code ponder.trace.file}, if one is named. */
@Singleton
final class SpanSink {

    @Produces
    @Singleton
    SpanProcessor toFile(@ConfigProperty(name = TraceSwitch.FILE) Optional<Path> file) {
        return file.map(path -> SimpleSpanProcessor.create(new SpanFile("cache", path)))
                .orElseGet(SpanProcessor::composite);
    }
}
