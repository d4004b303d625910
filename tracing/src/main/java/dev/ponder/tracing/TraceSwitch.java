package dev.ponder.tracing;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Switches tracing on only where its spans go somewhere: to a file or to a collector. Otherwise the SDK stays off, and with only
 * a file it looks for no collector at its default address. Anything set by hand wins.
 */
public final class TraceSwitch implements ConfigSourceFactory {

    static final String FILE = "ponder.trace.file";

    private static final String SDK_DISABLED = "quarkus.otel.sdk.disabled";
    private static final String ENDPOINT = "quarkus.otel.exporter.otlp.endpoint";
    private static final String TRACES_ENDPOINT = "quarkus.otel.exporter.otlp.traces.endpoint";

    /** Quarkus trims it and then exports to nobody; an empty value would mean the default address. */
    private static final String NOBODY = " ";

    /** Below application.properties, above Quarkus's own defaults. */
    private static final int ORDINAL = 200;

    /** Quarkus's defaults, the collector's address among them, have ordinals below zero. */
    private static final int DEFAULTS = 0;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean file = isSet(context, FILE);
        boolean collector = isSet(context, ENDPOINT) || isSet(context, TRACES_ENDPOINT);
        return List.of(new PropertiesConfigSource(settings(file, collector), "trace switch", ORDINAL));
    }

    private static Map<String, String> settings(boolean file, boolean collector) {
        if (collector) {
            return Map.of(SDK_DISABLED, "false");
        }
        return file ? Map.of(SDK_DISABLED, "false", TRACES_ENDPOINT, NOBODY) : Map.of(SDK_DISABLED, "true");
    }

    private static boolean isSet(ConfigSourceContext context, String name) {
        return Stream.ofNullable(context.getValue(name))
                .filter(value -> value.getConfigSourceOrdinal() > DEFAULTS)
                .map(ConfigValue::getValue)
                .anyMatch(value -> value != null && !value.isBlank());
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }
}
