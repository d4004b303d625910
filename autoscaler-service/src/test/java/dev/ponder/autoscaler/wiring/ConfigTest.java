package dev.ponder.autoscaler.wiring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.autoscaler.cluster.ClusterConfig;
import dev.ponder.autoscaler.loop.LoopConfig;
import dev.ponder.autoscaler.pool.OfferConfig;
import dev.ponder.autoscaler.pool.PoolConfig;
import dev.ponder.autoscaler.pool.PoolConfig.QueueKind;
import dev.ponder.autoscaler.pool.PoolConfig.ReplicaCount;
import dev.ponder.autoscaler.pool.PoolsConfig;
import dev.ponder.autoscaler.pool.ServedClass;
import dev.ponder.autoscaler.pool.ServedPool;
import dev.ponder.autoscaler.pool.TargetConfig;
import dev.ponder.autoscaler.serving.ServingConfig;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.scaling.decision.Bounds;
import dev.ponder.scaling.decision.CostCap;
import dev.ponder.scaling.decision.DeadlineBatch;
import dev.ponder.scaling.decision.LawSettings;
import dev.ponder.scaling.decision.QpsTarget;
import dev.ponder.scaling.decision.Schedule;
import dev.ponder.scaling.decision.SloFeedback;
import dev.ponder.scaling.decision.TokenWork;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {

    private static final PoolId MAIN = new PoolId("main");

    @Test
    void hasDefaultsForAllButTheTargetsName() {
        PoolConfig pool = pool(Map.of("target.name", "shards"));

        assertThat(pool.min()).isZero();
        assertThat(pool.max()).isEqualTo(8);
        assertThat(pool.hold()).isEqualTo(Duration.ofMinutes(5));
        assertThat(pool.remembers()).isEqualTo(Duration.ofMinutes(30));
        assertThat(pool.coldStart()).isEqualTo(Duration.ofMinutes(2));
        assertThat(pool.group()).isEqualTo("ponder-reasoner");
        assertThat(pool.queue()).isEqualTo(QueueKind.SHARE_GROUP);
        assertThat(pool.reasoners()).isEmpty();
        assertThat(pool.shards()).isEmpty();
        assertThat(pool.classes()).isEmpty();
        assertThat(pool.replicas()).isEqualTo(ReplicaCount.CLUSTER);
        assertThat(pool.price()).isEmpty();
        assertThat(pool.currency()).isEqualTo("USD");
        assertThat(pool.offers()).isEmpty();
        TargetConfig target = pool.target().orElseThrow();
        assertThat(target.apiVersion()).isEqualTo("apps/v1");
        assertThat(target.resource()).isEqualTo("deployments");
        assertThat(target.namespace()).isEqualTo("default");
        assertThat(target.write()).isTrue();
    }

    @Test
    void readsWhatMoneyIsReckonedWith() {
        PoolConfig pool = pool(Map.of(
                "replicas", "pages",
                "price", "2.5",
                "currency", "EUR",
                "offers.owned.replica-hour", "0.2",
                "offers.owned.fixed-month", "2000",
                "offers.owned.operations-a-replica-month", "12",
                "offers.owned.tokens-a-second", "150"));

        OfferConfig owned = requireNonNull(pool.offers().get("owned"));
        assertThat(pool.replicas()).isEqualTo(ReplicaCount.PAGES);
        assertThat(pool.price()).contains(2.5);
        assertThat(pool.currency()).isEqualTo("EUR");
        assertThat(owned.replicaHour()).isEqualTo(0.2);
        assertThat(owned.fixedMonth()).isEqualTo(2000);
        assertThat(owned.operationsAReplicaMonth()).isEqualTo(12);
        assertThat(owned.tokensASecond()).isEqualTo(150);
    }

    @Test
    void asksForTokenWorkAndFirstTokensWhereNobodySays() {
        PoolConfig pool = pool(Map.of("min", "1"));

        LawSettings law = Laws.settings(MAIN, pool);

        assertThat(law.policies()).containsExactly(new TokenWork(), new SloFeedback());
    }

    @Test
    void makesEachPolicyOfItsKeys() {
        PoolConfig pool = pool(Map.ofEntries(
                Map.entry("policies.token-work", "false"),
                Map.entry("policies.slo-feedback", "true"),
                Map.entry("policies.qps-target.requests-per-second", "2.5"),
                Map.entry("policies.qps-target.input-tokens", "4000"),
                Map.entry("policies.qps-target.output-tokens", "1000"),
                Map.entry("policies.schedule.zone", "Europe/Berlin"),
                Map.entry("policies.schedule.windows.office.days", "monday,friday"),
                Map.entry("policies.schedule.windows.office.from", "08:00"),
                Map.entry("policies.schedule.windows.office.to", "18:30"),
                Map.entry("policies.schedule.windows.office.replicas", "3"),
                Map.entry("policies.schedule.windows.night.from", "22:00"),
                Map.entry("policies.schedule.windows.night.to", "06:00"),
                Map.entry("policies.schedule.windows.night.replicas", "1"),
                Map.entry("policies.deadline-batch.doubt", "0.5"),
                Map.entry("classes.standard.due", "30m"),
                Map.entry("policies.cost-cap.price-per-replica-hour", "2.5"),
                Map.entry("policies.cost-cap.most-per-hour", "10")));

        LawSettings law = Laws.settings(MAIN, pool);

        assertThat(law.policies())
                .containsExactly(
                        new SloFeedback(),
                        new QpsTarget(2.5, 4000, 1000),
                        new Schedule(
                                List.of(
                                        new Schedule.Window(
                                                EnumSet.allOf(DayOfWeek.class),
                                                LocalTime.of(22, 0),
                                                LocalTime.of(6, 0),
                                                1),
                                        new Schedule.Window(
                                                Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                                LocalTime.of(8, 0),
                                                LocalTime.of(18, 30),
                                                3)),
                                ZoneId.of("Europe/Berlin")),
                        new DeadlineBatch(8, 0.5, Set.of("batch", "standard")),
                        new CostCap(2.5, 10));
    }

    @Test
    void namesTheKeyOfAPolicyThatIsMissingOrWrong() {
        assertThatThrownBy(() -> pool(Map.of("policies.qps-target.requests-per-second", "2")))
                .hasMessageContaining("autoscaler.pools.main.policies.qps-target.input-tokens");
        assertThatThrownBy(() -> pool(Map.of(
                        "policies.schedule.windows.office.from", "8 o'clock",
                        "policies.schedule.windows.office.to", "18:00",
                        "policies.schedule.windows.office.replicas", "3")))
                .hasMessageContaining("autoscaler.pools.main.policies.schedule.windows.office.from")
                .hasMessageContaining("write a time of day as 08:00");
        assertThatThrownBy(() -> pool(Map.of("policies.schedule.zone", "Mars/Olympus")))
                .hasMessageContaining("autoscaler.pools.main.policies.schedule.zone")
                .hasMessageContaining("write a time zone as Europe/Berlin");
        assertThatThrownBy(() -> pool(Map.of(
                        "policies.schedule.windows.office.days", "monday,moonday",
                        "policies.schedule.windows.office.from", "08:00",
                        "policies.schedule.windows.office.to", "18:00",
                        "policies.schedule.windows.office.replicas", "3")))
                .hasMessageContaining("autoscaler.pools.main.policies.schedule.windows.office.days")
                .hasMessageContaining("moonday");
    }

    @Test
    void hasDefaultsForWhatPoolsShare() {
        SmallRyeConfig config = config(Map.of());

        ServingConfig serving = config.getConfigMapping(ServingConfig.class);
        assertThat(serving.port()).isEqualTo(9000);
        assertThat(serving.grace()).isEqualTo(Duration.ofSeconds(2));
        assertThat(serving.wakeInterval()).isEqualTo(Duration.ofMillis(150));
        assertThat(serving.maxAge()).isEqualTo(Duration.ofSeconds(60));
        assertThat(serving.certificate()).isEmpty();
        assertThat(serving.clients()).isEmpty();
        LoopConfig loop = config.getConfigMapping(LoopConfig.class);
        assertThat(loop.interval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(loop.decisions()).isEmpty();
        assertThat(loop.brokerPatience()).isEqualTo(Duration.ofSeconds(5));
        assertThat(loop.pagePatience()).isEqualTo(Duration.ofSeconds(2));
        ClusterConfig cluster = config.getConfigMapping(ClusterConfig.class);
        assertThat(cluster.kubeconfig()).isEmpty();
        assertThat(cluster.patience()).isEqualTo(Duration.ofSeconds(5));
        assertThat(cluster.lease().enabled()).isTrue();
        assertThat(cluster.lease().name()).isEqualTo("ponder-autoscaler");
        assertThat(cluster.lease().duration()).isEqualTo(Duration.ofSeconds(15));
        assertThat(cluster.lease().renewDeadline()).isEqualTo(Duration.ofSeconds(10));
        assertThat(cluster.lease().retryPause()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void takesEveryKeyOfAPool() {
        PoolConfig pool = pool(Map.ofEntries(
                Map.entry("min", "1"),
                Map.entry("max", "5"),
                Map.entry("hold", "30s"),
                Map.entry("remembers", "2h"),
                Map.entry("cold-start", "90s"),
                Map.entry("group", "thinkers"),
                Map.entry("queue", "consumer-group"),
                Map.entry("reasoners", "http://reasoners:8080/q/metrics"),
                Map.entry("shards", "http://a:8002/metrics,http://b:8002/metrics"),
                Map.entry("classes.interactive.first-token", "2s"),
                Map.entry("classes.interactive.per-token", "40ms"),
                Map.entry("classes.batch.input-tokens", "3000"),
                Map.entry("classes.batch.output-tokens", "900"),
                Map.entry("replica.slots", "32"),
                Map.entry("replica.prefill-tokens-per-second", "12000"),
                Map.entry("replica.step", "20ms"),
                Map.entry("replica.step-millis-per-sequence", "0.5"),
                Map.entry("target.api-version", "leaderworkerset.x-k8s.io/v1"),
                Map.entry("target.resource", "leaderworkersets"),
                Map.entry("target.namespace", "llm"),
                Map.entry("target.name", "shards"),
                Map.entry("target.write", "false")));

        assertThat(pool.queue()).isEqualTo(QueueKind.CONSUMER_GROUP);
        assertThat(pool.reasoners()).contains(List.of(URI.create("http://reasoners:8080/q/metrics")));
        assertThat(pool.shards().orElseThrow()).hasSize(2);
        assertThat(pool.target().orElseThrow().write()).isFalse();
        LawSettings law = Laws.settings(MAIN, pool);
        assertThat(law.bounds()).isEqualTo(new Bounds(1, 5));
        assertThat(law.assumedModel().stepSeconds()).isEqualTo(0.02);
        assertThat(law.assumedModel().stepSecondsPerSequence()).isEqualTo(0.0005);
        assertThat(law.hold()).isEqualTo(Duration.ofSeconds(30));
        assertThat(law.forecast().remembers()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void makesAClassOfEachTopicOfAPool() {
        ServedPool served = ServedPool.of(
                "main", pool(Map.of("classes.interactive.first-token", "2s", "classes.batch.output-tokens", "900")));

        assertThat(served.topics())
                .containsExactly(
                        "reasoning.work.main.interactive",
                        "reasoning.work.main.standard",
                        "reasoning.work.main.batch",
                        "reasoning.work.main.surplus");
        assertThat(served.classes().getFirst().objective().firstToken()).isEqualTo(Duration.ofSeconds(2));
        assertThat(served.classes().get(2).outputTokens()).contains(900.0);
        assertThat(served.classes().getLast().objective().name()).isEqualTo("surplus");
    }

    @Test
    void plansByDeadlinesOnlyWhereSomebodyAsksForThem() {
        assertThat(dues(Map.of("classes.batch.first-token", "2h"))).containsOnly(Optional.empty());
        assertThat(dues(Map.of("policies.deadline-batch.doubt", "0.5")))
                .containsExactly(
                        Optional.empty(), Optional.empty(), Optional.of(Duration.ofHours(1)), Optional.empty());
        assertThat(dues(Map.of("policies.deadline-batch.doubt", "0.5", "classes.batch.due", "6h")))
                .containsExactly(
                        Optional.empty(), Optional.empty(), Optional.of(Duration.ofHours(6)), Optional.empty());
    }

    private static List<Optional<Duration>> dues(Map<String, String> keys) {
        return ServedPool.of("main", pool(keys)).classes().stream()
                .map(ServedClass::due)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"policies.token-work", "policies.slo-feedback", "target.write"})
    void namesTheKeyOfWhatIsNeitherTrueNorFalse(String key) {
        Map<String, String> keys = Map.of("target.name", "shards", key, "ture");

        assertThatThrownBy(() -> pool(keys))
                .hasMessageContaining("autoscaler.pools.main." + key)
                .hasMessageContaining("write true or false, not ture");
    }

    @Test
    void takesEveryKeyThatPoolsShare() {
        SmallRyeConfig config = config(Map.of(
                "autoscaler.serving.certificate", "/etc/tls/tls.crt",
                "autoscaler.serving.key", "/etc/tls/tls.key",
                "autoscaler.loop.decisions", "/var/log/decisions.jsonl",
                "autoscaler.loop.interval", "1s",
                "autoscaler.cluster.kubeconfig", "/etc/kubeconfig",
                "autoscaler.cluster.lease.enabled", "false",
                "autoscaler.cluster.lease.namespace", "llm"));

        assertThat(config.getConfigMapping(ServingConfig.class).key()).contains(Path.of("/etc/tls/tls.key"));
        assertThat(config.getConfigMapping(LoopConfig.class).decisions()).contains(Path.of("/var/log/decisions.jsonl"));
        ClusterConfig cluster = config.getConfigMapping(ClusterConfig.class);
        assertThat(cluster.kubeconfig()).contains(Path.of("/etc/kubeconfig"));
        assertThat(cluster.lease().enabled()).isFalse();
        assertThat(cluster.lease().namespace()).isEqualTo("llm");
    }

    @Test
    void namesTheNameThatIsMissing() {
        assertThatThrownBy(() -> pool(Map.of("target.namespace", "llm")))
                .hasMessageContaining("autoscaler.pools.main.target.name");
    }

    static PoolConfig pool(Map<String, String> keys) {
        Map<String, String> prefixed = new HashMap<>();
        keys.forEach((key, value) -> prefixed.put("autoscaler.pools.main." + key, value));
        PoolConfig pool =
                config(prefixed).getConfigMapping(PoolsConfig.class).pools().get("main");
        return requireNonNull(pool);
    }

    private static SmallRyeConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 500))
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(PoolsConfig.class)
                .withMapping(LoopConfig.class)
                .withMapping(ServingConfig.class)
                .withMapping(ClusterConfig.class)
                .build();
    }
}
