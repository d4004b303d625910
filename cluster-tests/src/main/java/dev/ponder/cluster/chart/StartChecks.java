package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.cluster.site.Cluster;
import dev.ponder.cluster.site.OnCluster;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.local.broker.LocalBroker;
import dev.ponder.local.broker.RunningBroker;
import dev.ponder.local.broker.TopicProvisioner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the services that ship start with the files that the chart writes: a key that one does not know, or a value, would end it. */
@OnCluster
final class StartChecks {

    private static final Duration AMPLE = Duration.ofMinutes(2);

    private final Cluster cluster;
    private final Chart chart;
    private final Path folder;
    private final RunningBroker broker;

    StartChecks(Cluster cluster) throws IOException {
        this.cluster = cluster;
        this.chart = new Chart(cluster::helm);
        this.folder = Files.createTempDirectory(cluster.folder(), "start-");
        this.broker = LocalBroker.start(folder.resolve("broker"));
    }

    @BeforeAll
    void lay() throws InterruptedException {
        List<PoolId> pools =
                Stream.of("main", "int4", "fp8", "old").map(PoolId::new).toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            TopicProvisioner provisioner = new TopicProvisioner(admin);
            provisioner.ensureTopics(
                    new TopicPlan(List.of(TenantId.DEFAULT, new TenantId("acme")), pools, 1).specs());
            provisioner.ensureShareGroup("ponder-reasoner", Duration.ofSeconds(30));
        }
    }

    @AfterAll
    void end() {
        broker.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "minimal, router, router",
        "minimal, cache, cache",
        "minimal, reasoner, reasoner-main",
        "minimal, autoscaler, autoscaler",
        "edge, reasoner, reasoner-main",
        "mixed, router, router",
        "mixed, reasoner, reasoner-fp8",
        "mixed, autoscaler, autoscaler",
        "distributed, autoscaler, autoscaler",
        "keda, autoscaler, autoscaler"
    })
    void startsByTheFileOfAProfile(String profile, String service, String name) throws Exception {
        String settings = chart.rendered(profile).settings("demo-ponder-" + name);
        Map<String, String> environment = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrap(),
                "CACHE_GRPC_PORT", "0",
                "CACHE_STORAGE_DIRECTORY",
                        Files.createTempDirectory(folder, "store-").toString(),
                "AUTOSCALER_SERVING_PORT", "0",
                "AUTOSCALER_CLUSTER_KUBECONFIG", cluster.kubeconfig().toString());
        Map<String, String> own = environment.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("KAFKA")
                        || entry.getKey().startsWith(service.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        try (Started started = Started.of(service, folder, settings, own)) {
            await().atMost(AMPLE).untilAsserted(() -> {
                assertThat(started.process().isAlive()).as(started.said()).isTrue();
                assertThat(started.get("/q/health/live")).as(started.said()).contains("\"status\": \"UP\"");
            });
            assertThat(started.said()).doesNotContain("Unrecognized configuration key");
        }
    }
}
