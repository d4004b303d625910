package dev.ponder.reasoner.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.contracts.plan.SloClass;
import dev.ponder.reasoner.binding.BindingConfig;
import dev.ponder.reasoner.engine.EngineConfig;
import dev.ponder.reasoner.intake.IntakeConfig;
import dev.ponder.reasoner.progress.ProgressConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConfigTest {

    @Test
    void hasDefaultsForAllButTheShards() {
        SmallRyeConfig config = config(Map.of("reasoner.engine.shards", "gpu-1:8001"));

        IntakeConfig intake = config.getConfigMapping(IntakeConfig.class);
        assertThat(intake.pool()).isEqualTo("main");
        assertThat(intake.slots()).isEqualTo(8);
        assertThat(intake.queue().adapter()).isEqualTo(IntakeConfig.Adapter.SHARE_GROUP);
        assertThat(intake.queue().group()).isEqualTo("ponder-reasoner");
        assertThat(intake.queue().handOff()).isEqualTo(Duration.ofSeconds(60));
        assertThat(intake.queue().lease()).isEqualTo(Duration.ofSeconds(20));
        assertThat(intake.queue().maxDeliveries()).isEqualTo(4);
        assertThat(intake.drain().grace()).isEqualTo(Duration.ofSeconds(20));
        ProgressConfig progress = config.getConfigMapping(ProgressConfig.class);
        assertThat(progress.every()).isEqualTo(Duration.ofSeconds(1));
        assertThat(progress.tokens()).isEqualTo(16);
        assertThat(progress.patience()).isEqualTo(Duration.ofSeconds(5));
        BindingConfig binding = config.getConfigMapping(BindingConfig.class);
        assertThat(binding.largestWorkTokens()).isEqualTo(32_768);
        assertThat(binding.largestWork()).isEmpty();
        assertThat(binding.tokenBudget()).isEmpty();
        EngineConfig engine = config.getConfigMapping(EngineConfig.class);
        assertThat(engine.shards()).containsExactly("gpu-1:8001");
        assertThat(engine.model()).isEqualTo("tensorrt_llm");
        assertThat(engine.channels()).isEqualTo(1);
        assertThat(engine.stopRequests()).isEqualTo(EngineConfig.StopRequests.AS_NEEDED);
        assertThat(engine.tokenizer()).isEmpty();
        assertThat(engine.byteTokens()).isFalse();
        assertThat(engine.tokenizerConfig()).isEmpty();
    }

    @Test
    void takesEveryKeyOfTheIntake() {
        IntakeConfig intake = config(Map.of(
                        "reasoner.engine.shards", "gpu-1:8001",
                        "reasoner.pool", "small",
                        "reasoner.slots", "3",
                        "reasoner.queue.adapter", "consumer-group",
                        "reasoner.queue.group", "others",
                        "reasoner.queue.hand-off", "5s",
                        "reasoner.queue.lease", "30s",
                        "reasoner.queue.max-deliveries", "2",
                        "reasoner.drain.grace", "1s"))
                .getConfigMapping(IntakeConfig.class);
        assertThat(intake.pool()).isEqualTo("small");
        assertThat(intake.slots()).isEqualTo(3);
        assertThat(intake.queue().adapter()).isEqualTo(IntakeConfig.Adapter.CONSUMER_GROUP);
        assertThat(intake.queue().group()).isEqualTo("others");
        assertThat(intake.queue().handOff()).isEqualTo(Duration.ofSeconds(5));
        assertThat(intake.queue().lease()).isEqualTo(Duration.ofSeconds(30));
        assertThat(intake.queue().maxDeliveries()).isEqualTo(2);
        assertThat(intake.drain().grace()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void takesEveryKeyOfBindingAndEngine() {
        SmallRyeConfig config = config(Map.of(
                "reasoner.binding.largest-work-tokens", "4096",
                "reasoner.binding.largest-work.interactive", "2048",
                "reasoner.binding.token-budget", "100000",
                "reasoner.engine.shards", "gpu-1:8001,gpu-2:8001",
                "reasoner.engine.model", "qwen",
                "reasoner.engine.channels", "2",
                "reasoner.engine.stop-requests", "always",
                "reasoner.engine.tokenizer", "/models/tokenizer.json",
                "reasoner.engine.byte-tokens", "true",
                "reasoner.engine.tokenizer-config", "/models/tokenizer_config.json"));

        BindingConfig binding = config.getConfigMapping(BindingConfig.class);
        assertThat(binding.largestWorkTokens()).isEqualTo(4096);
        assertThat(binding.largestWork()).containsExactly(Map.entry(SloClass.INTERACTIVE, 2048));
        assertThat(binding.tokenBudget()).hasValue(100_000);
        EngineConfig engine = config.getConfigMapping(EngineConfig.class);
        assertThat(engine.shards()).containsExactly("gpu-1:8001", "gpu-2:8001");
        assertThat(engine.model()).isEqualTo("qwen");
        assertThat(engine.channels()).isEqualTo(2);
        assertThat(engine.stopRequests()).isEqualTo(EngineConfig.StopRequests.ALWAYS);
        assertThat(engine.tokenizer()).contains(Path.of("/models/tokenizer.json"));
        assertThat(engine.byteTokens()).isTrue();
        assertThat(engine.tokenizerConfig()).contains(Path.of("/models/tokenizer_config.json"));
    }

    @Test
    void takesEveryKeyOfProgress() {
        ProgressConfig progress = config(Map.of(
                        "reasoner.engine.shards", "gpu-1:8001",
                        "reasoner.progress.every", "3s",
                        "reasoner.progress.tokens", "7",
                        "reasoner.progress.patience", "5s"))
                .getConfigMapping(ProgressConfig.class);
        assertThat(progress.every()).isEqualTo(Duration.ofSeconds(3));
        assertThat(progress.tokens()).isEqualTo(7);
        assertThat(progress.patience()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void saysWhatStopRequestsMayBe() {
        assertThatThrownBy(() -> config(Map.of(
                        "reasoner.engine.shards", "gpu-1:8001",
                        "reasoner.engine.stop-requests", "sometimes")))
                .hasMessageContaining("reasoner.engine.stop-requests")
                .hasMessageContaining("as-needed")
                .hasMessageContaining("always");
    }

    @Test
    void namesTheShardsThatAreMissing() {
        assertThatThrownBy(() -> config(Map.of())).hasMessageContaining("reasoner.engine.shards");
    }

    private static SmallRyeConfig config(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(IntakeConfig.class)
                .withMapping(BindingConfig.class)
                .withMapping(EngineConfig.class)
                .withMapping(ProgressConfig.class)
                .withSources(new PropertiesConfigSource(keys, "test", 100))
                .build();
    }
}
