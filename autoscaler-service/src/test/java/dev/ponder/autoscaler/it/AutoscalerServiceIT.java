package dev.ponder.autoscaler.it;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.TopicSpec;
import dev.ponder.testkafka.TestKafka;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jar that ships. */
class AutoscalerServiceIT {

    private static final PoolId POOL = new PoolId("shipped");
    private static final int MUCH = 300;
    private static final String MAX = "autoscaler.pools.shipped.max";

    @Test
    void servesKedaAndWakesWhenWorkComes() throws Exception {
        try (WorkTopics topics = new WorkTopics(TestKafka.shared());
                RunningAutoscaler service = RunningAutoscaler.start(TestKafka.shared(), Map.of(MAX, "3"))) {
            topics.lay(topicsOf(POOL));
            await().atMost(30, SECONDS)
                    .untilAsserted(
                            () -> assertThat(service.get("/q/health/live")).contains("\"UP\""));
            try (Keda keda = new Keda(service.grpcPort(), "shipped")) {
                Keda.Pushes pushes = keda.pushes();
                topics.write("reasoning.work.shipped.standard", 1);

                assertThat(firstActive(pushes)).isTrue();
                assertThat(keda.isActive()).isTrue();
                assertThat(keda.specs()).hasSize(1);
                assertThat(service.get("/q/metrics")).contains("ponder_autoscaler_wanted");
            }
            assertThat(service.stop()).isEqualTo(143);
        }
    }

    @Test
    void scalesADeploymentWhenWorkComes() throws Exception {
        Optional<Path> given = RealCluster.given();
        assumeTrue(given.isPresent(), RealCluster.NEEDED);
        PoolId pool = new PoolId("deployed");
        try (WorkTopics topics = new WorkTopics(TestKafka.shared());
                RealCluster real = RealCluster.open(given.orElseThrow())) {
            real.deploy("shards", 0);
            topics.lay(topicsOf(pool));
            topics.write("reasoning.work.deployed.interactive", MUCH);

            try (RunningAutoscaler _ = RunningAutoscaler.start(TestKafka.shared(), real.service("deployed", 3))) {
                await().atMost(60, SECONDS)
                        .untilAsserted(() -> assertThat(real.pods()).hasSizeBetween(1, 3));
            }
        }
    }

    @Test
    void isLiveButNotReadyWithoutABroker() throws Exception {
        try (RunningAutoscaler service = RunningAutoscaler.start("127.0.0.1:1", Map.of(MAX, "3"));
                Keda keda = new Keda(service.grpcPort(), "shipped")) {
            await().atMost(30, SECONDS)
                    .untilAsserted(
                            () -> assertThat(service.get("/q/health/live")).contains("\"UP\""));

            assertThat(service.get("/q/health/ready")).contains("\"DOWN\"", "pool.shipped");
            assertThatThrownBy(keda::metrics).hasMessageContaining("UNAVAILABLE");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "min, 9, autoscaler.pools.askew.min is 9",
        "policies.deadline-batch.doubt, -1, autoscaler.pools.askew.policies.deadline-batch.doubt is -1.0: write a share",
        "policies.schedule.zone, Mars/Olympus, autoscaler.pools.askew.policies.schedule.zone",
        "policies.cost-cap.most-per-hour, 5, autoscaler.pools.askew.policies.cost-cap.price-per-replica-hour is required"
    })
    void doesNotStartWithKeysThatAreWrongAndNamesThem(String key, String value, String named) throws Exception {
        Map<String, String> keys = Map.of("autoscaler.pools.askew." + key, value);

        try (RunningAutoscaler service = RunningAutoscaler.start("127.0.0.1:1", keys)) {
            assertThat(service.end()).isOne();
            assertThat(service.said()).contains(named);
        }
    }

    private static List<String> topicsOf(PoolId pool) {
        return new TopicPlan(List.of(), List.of(pool), 1)
                .specs().stream().map(TopicSpec::name).toList();
    }

    /** A pool that is at rest may be told so first. */
    private static boolean firstActive(Keda.Pushes pushes) throws InterruptedException {
        Boolean push = pushes.next();
        return push != null && (push || Boolean.TRUE.equals(pushes.next()));
    }
}
