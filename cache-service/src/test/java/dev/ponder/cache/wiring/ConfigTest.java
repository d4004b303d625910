package dev.ponder.cache.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.cache.retention.RetentionConfig;
import dev.ponder.cache.serving.GrpcConfig;
import dev.ponder.cache.storage.StorageConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {

    @Test
    void hasDefaultsForAllButTheFolder() {
        SmallRyeConfig config = config(Map.of("cache.storage.directory", "/var/lib/cache"));

        RetentionConfig retention = config.getConfigMapping(RetentionConfig.class);
        assertThat(retention.maxEntries()).isEqualTo(100_000);
        assertThat(retention.maxAge()).isEmpty();
        GrpcConfig grpc = config.getConfigMapping(GrpcConfig.class);
        assertThat(grpc.port()).isEqualTo(9000);
        assertThat(grpc.grace()).isEqualTo(Duration.ofSeconds(2));
        assertThat(grpc.tls()).isEmpty();
        assertThat(config.getConfigMapping(StorageConfig.class).maxAbsence()).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void takesEveryKey() {
        SmallRyeConfig config = config(Map.of(
                "cache.storage.directory", "/var/lib/cache",
                "cache.storage.max-absence", "6h",
                "cache.retention.max-entries", "7",
                "cache.retention.max-age", "30d",
                "cache.grpc.port", "0",
                "cache.grpc.grace", "500ms"));

        StorageConfig storage = config.getConfigMapping(StorageConfig.class);
        assertThat(storage.directory()).isEqualTo(Path.of("/var/lib/cache"));
        assertThat(storage.maxAbsence()).isEqualTo(Duration.ofHours(6));
        RetentionConfig retention = config.getConfigMapping(RetentionConfig.class);
        assertThat(retention.maxEntries()).isEqualTo(7);
        assertThat(retention.maxAge()).contains(Duration.ofDays(30));
        GrpcConfig grpc = config.getConfigMapping(GrpcConfig.class);
        assertThat(grpc.port()).isZero();
        assertThat(grpc.grace()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void namesTheFolderThatIsMissing() {
        assertThatThrownBy(() -> config(Map.of())).hasMessageContaining("cache.storage.directory");
    }

    private static SmallRyeConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 500))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(RetentionConfig.class)
                .withMapping(StorageConfig.class)
                .withMapping(GrpcConfig.class)
                .build();
    }
}
