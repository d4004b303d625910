package dev.ponder.router;

import static dev.ponder.router.ConfigMappings.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.contracts.plan.SloClass;
import dev.ponder.router.admission.AdmissionConfig;
import dev.ponder.router.dispatch.DispatchConfig;
import dev.ponder.router.lookup.LookupConfig;
import dev.ponder.router.planning.PlanningConfig;
import dev.ponder.router.sharing.SharingConfig;
import io.smallrye.config.ConfigValidationException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RouterConfigTest {

    @Test
    void admitsByDefaults() {
        AdmissionConfig config = read(AdmissionConfig.class, Map.of());
        assertThat(config.maxValueBytes()).isEqualTo(1_048_576);
        assertThat(config.contextTokens()).isEqualTo(32_768);
        assertThat(config.largestWork()).isEmpty();
        assertThat(config.leastAnswerTime()).isEqualTo(Duration.ofMillis(200));
        assertThat(config.longestAnswerTime()).isEqualTo(Duration.ofDays(7));
        assertThat(config.tokensPerMinute()).isEqualTo(20_000_000);
    }

    @Test
    void admitsAsTold() {
        AdmissionConfig config = read(
                AdmissionConfig.class,
                Map.of(
                        "router.admission.max-value-bytes", "10",
                        "router.admission.context-tokens", "20",
                        "router.admission.largest-work.interactive", "15",
                        "router.admission.least-answer-time", "1s",
                        "router.admission.longest-answer-time", "2h",
                        "router.admission.tokens-per-minute", "40"));
        assertThat(config.maxValueBytes()).isEqualTo(10);
        assertThat(config.contextTokens()).isEqualTo(20);
        assertThat(config.largestWork()).containsExactly(Map.entry(SloClass.INTERACTIVE, 15));
        assertThat(config.leastAnswerTime()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.longestAnswerTime()).isEqualTo(Duration.ofHours(2));
        assertThat(config.tokensPerMinute()).isEqualTo(40);
    }

    @Test
    void looksUpByDefaults() {
        LookupConfig config = read(LookupConfig.class, Map.of());
        assertThat(config.address()).isEmpty();
        assertThat(config.deadline()).isEqualTo(Duration.ofMillis(50));
        assertThat(config.failuresToPause()).isEqualTo(3);
        assertThat(config.pause()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void looksUpAsTold() {
        LookupConfig config = read(
                LookupConfig.class,
                Map.of(
                        "router.lookup.address", "cache:9000",
                        "router.lookup.deadline", "20ms",
                        "router.lookup.failures-to-pause", "7",
                        "router.lookup.pause", "5s"));
        assertThat(config.address()).hasValue("cache:9000");
        assertThat(config.deadline()).isEqualTo(Duration.ofMillis(20));
        assertThat(config.failuresToPause()).isEqualTo(7);
        assertThat(config.pause()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void plansByDefaults() {
        PlanningConfig config = read(PlanningConfig.class, Map.of());
        assertThat(config.pool()).isEqualTo("main");
        assertThat(config.pools()).isEmpty();
    }

    @Test
    void plansAsTold() {
        PlanningConfig config = read(
                PlanningConfig.class, Map.of("router.planning.pool", "large", "router.planning.pools.code", "coder"));
        assertThat(config.pool()).isEqualTo("large");
        assertThat(config.pools()).containsExactly(Map.entry("code", "coder"));
    }

    @Test
    void dispatchesByDefaults() {
        DispatchConfig config = read(DispatchConfig.class, Map.of());
        assertThat(config.maxRecordBytes()).isEqualTo(1_000_000);
        assertThat(config.maxDeadLetterBytes()).isEqualTo(16_711_680);
    }

    @Test
    void dispatchesAsTold() {
        DispatchConfig config = read(
                DispatchConfig.class,
                Map.of("router.dispatch.max-record-bytes", "20000", "router.dispatch.max-dead-letter-bytes", "30000"));
        assertThat(config.maxRecordBytes()).isEqualTo(20_000);
        assertThat(config.maxDeadLetterBytes()).isEqualTo(30_000);
    }

    @Test
    void sharesByDefaults() {
        SharingConfig config = read(SharingConfig.class, Map.of());
        assertThat(config.windowTokens()).isEqualTo(262_144);
        assertThat(config.weights()).isEmpty();
    }

    @Test
    void sharesAsTold() {
        SharingConfig config = read(
                SharingConfig.class,
                Map.of("router.sharing.window-tokens", "1000000", "router.sharing.weights.acme", "3"));
        assertThat(config.windowTokens()).isEqualTo(1_000_000);
        assertThat(config.weights()).containsExactly(Map.entry("acme", 3));
    }

    @Test
    void refusesKeysThatDoNotExist() {
        assertThatThrownBy(() -> read(AdmissionConfig.class, Map.of("router.admission.context-token", "1")))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("router.admission.context-token");
    }
}
