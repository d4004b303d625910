package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ponder.cluster.site.Cluster;
import dev.ponder.cluster.site.OnCluster;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.local.broker.LocalBroker;
import dev.ponder.local.broker.RunningBroker;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.local.launch.FreePorts;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
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
            provisioner.ensureTopics(new TopicPlan(List.of(TenantId.DEFAULT, new TenantId("acme")), pools, 1).specs());
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

        try (Started started = start(service, settings, Map.of())) {
            awaitLive(started);
            assertThat(started.said()).doesNotContain("Unrecognized configuration key");
        }
    }

    /** The same lines that {@code tls.enabled} makes, the files elsewhere. */
    @ParameterizedTest
    @CsvSource({"cache, cache.grpc.tls., CACHE_GRPC_PORT", "autoscaler, autoscaler.serving., AUTOSCALER_SERVING_PORT"})
    void answersNobodyWhoShowsNoCertificate(String service, String prefix, String variable) throws Exception {
        Identity identity = Identity.make(folder.resolve("tls-" + service));
        String settings = chart.rendered("minimal").settings("demo-ponder-" + service) + identity.lines(prefix);
        int port = FreePorts.one();

        try (Started started = start(service, settings, Map.of(variable, Integer.toString(port)))) {
            awaitLive(started);

            assertThatThrownBy(() -> identity.greet(port)).isInstanceOf(SSLException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"router, router, router.lookup.tls.", "reasoner, reasoner-main, reasoner.engine.tls."})
    void startsWithACertificateOfItsOwn(String service, String name, String prefix) throws Exception {
        Identity identity = Identity.make(folder.resolve("tls-" + service));
        String settings = chart.rendered("minimal").settings("demo-ponder-" + name) + identity.lines(prefix);

        try (Started started = start(service, settings, Map.of())) {
            awaitLive(started);
        }
    }

    /** Waits no longer once it has ended, and tells what it said. */
    private static void awaitLive(Started started) throws IOException {
        try {
            await().atMost(AMPLE)
                    .failFast("it has ended", () -> !started.process().isAlive())
                    .until(() -> started.get("/q/health/live").contains("\"status\": \"UP\""));
        } catch (TerminalFailureException | ConditionTimeoutException dead) {
            throw new AssertionError(started.said(), dead);
        }
    }

    /** What lies elsewhere on this machine than in a pod stands in the environment, which goes before the file. */
    private Started start(String service, String settings, Map<String, String> more)
            throws IOException, LaunchException {
        Map<String, String> environment = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrap(),
                "CACHE_GRPC_PORT", "0",
                "CACHE_STORAGE_DIRECTORY",
                        Files.createTempDirectory(folder, "store-").toString(),
                "AUTOSCALER_SERVING_PORT", "0",
                "AUTOSCALER_CLUSTER_KUBECONFIG", cluster.kubeconfig().toString());
        Map<String, String> own = new HashMap<>();
        environment.forEach((variable, value) -> {
            if (variable.startsWith("KAFKA") || variable.startsWith(service.toUpperCase(Locale.ROOT))) {
                own.put(variable, value);
            }
        });
        own.putAll(more);
        return Started.of(service, folder, settings, own);
    }
}
