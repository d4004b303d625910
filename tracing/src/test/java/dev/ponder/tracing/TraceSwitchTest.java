package dev.ponder.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceSwitchTest {

    private static final String DISABLED = "quarkus.otel.sdk.disabled";
    private static final String ENDPOINT = "quarkus.otel.exporter.otlp.endpoint";

    @Test
    void isOffWhereSpansWouldGoNowhere() {
        assertThat(config(Map.of()).getValue(DISABLED, Boolean.class)).isTrue();
    }

    @Test
    void isOnWithAFileAndLooksForNoCollector() {
        SmallRyeConfig config = config(Map.of(TraceSwitch.FILE, "spans.jsonl"));

        assertThat(config.getValue(DISABLED, Boolean.class)).isFalse();
        assertThat(config.getConfigValue("quarkus.otel.exporter.otlp.traces.endpoint")
                        .getRawValue())
                .isBlank();
    }

    @Test
    void isOnWithACollector() {
        SmallRyeConfig config = config(Map.of(ENDPOINT, "http://collector:4317"));

        assertThat(config.getValue(DISABLED, Boolean.class)).isFalse();
        assertThat(config.getConfigValue("quarkus.otel.exporter.otlp.traces.endpoint")
                        .getRawValue())
                .isNull();
    }

    @Test
    void givesWayToWhatIsSetByHand() {
        SmallRyeConfig config = config(Map.of(TraceSwitch.FILE, "spans.jsonl", DISABLED, "true"));

        assertThat(config.getValue(DISABLED, Boolean.class)).isTrue();
    }

    private static SmallRyeConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 400))
                .withDefaultValue(ENDPOINT, "http://localhost:4317/")
                .withSources(new TraceSwitch())
                .build();
    }
}
