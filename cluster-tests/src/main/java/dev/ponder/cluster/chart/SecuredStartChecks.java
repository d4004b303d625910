package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.cluster.site.Cluster;
import dev.ponder.cluster.site.OnCluster;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That the services that ship come to a real secured broker by what the values {@code secured} make: their files as they are but for where
 * things lie, the login from the environment that the pod names, and the rights of its KafkaUser alone.
 */
@OnCluster
final class SecuredStartChecks {

    private static final Duration AMPLE = Duration.ofMinutes(2);

    private final Cluster cluster;
    private final Path folder;
    private final Rendered rendered;
    private final SecuredBroker broker;
    private final Identity identity;

    SecuredStartChecks(Cluster cluster) throws Exception {
        this.cluster = cluster;
        this.folder = Files.createTempDirectory(cluster.folder(), "secured-");
        this.rendered = new Chart(cluster::helm).rendered("secured");
        this.broker = SecuredBroker.start(folder.resolve("kafka"));
        this.identity = Identity.make(folder.resolve("identity"));
    }

    @BeforeAll
    void lay() throws Exception {
        broker.lay(rendered.kind("KafkaUser"), List.of(TenantId.DEFAULT, new TenantId("acme")), new PoolId("main"));
    }

    @AfterAll
    void end() {
        broker.close();
    }

    /** A router is ready once it may use each topic, a cache once it has read its own, an autoscaler once it knows what waits. */
    @ParameterizedTest
    @ValueSource(strings = {"router", "cache", "autoscaler"})
    void becomesReadyByScramAndTheAuthorityOfTheBroker(String service) throws Exception {
        try (Started started = start(service, service)) {
            awaitThat(started, () -> started.get("/q/health/ready").startsWith("{\n    \"status\": \"UP\""));
        }
    }

    /** It is not ready without a shard, but takes its part in the work. */
    @Test
    void joinsTheShareGroupAsAReasoner() throws Exception {
        try (Started started = start("reasoner", "reasoner-main");
                Admin admin = broker.admin()) {
            awaitThat(
                    started,
                    () -> admin.describeShareGroups(List.of("ponder-reasoner")).all().get().values().stream()
                            .anyMatch(group -> !group.members().isEmpty()));
        }
    }

    private Started start(String service, String name) throws Exception {
        String settings = rendered.settings("demo-ponder-" + name)
                .replace("/etc/ponder/kafka-ca/ca.crt", broker.authority().toString())
                .replace("/etc/ponder/tls/tls.key", identity.key().toString())
                .replace("/etc/ponder/tls/tls.crt", identity.certificate().toString())
                .replace("/etc/ponder/tls/ca.crt", identity.certificate().toString());
        Map<String, String> environment = new HashMap<>(Map.of("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrap()));
        for (JsonNode variable : container(name).path("env")) {
            JsonNode secret = variable.at("/valueFrom/secretKeyRef");
            if (secret.path("key").asText().equals("sasl.jaas.config")) {
                environment.put(
                        variable.path("name").asText(),
                        SecuredBroker.login(secret.path("name").asText()));
            }
        }
        environment.putAll(
                switch (service) {
                    case "cache" ->
                        Map.of(
                                "CACHE_GRPC_PORT",
                                "0",
                                "CACHE_STORAGE_DIRECTORY",
                                folder.resolve("store").toString());
                    case "autoscaler" ->
                        Map.of(
                                "AUTOSCALER_SERVING_PORT",
                                "0",
                                "AUTOSCALER_CLUSTER_KUBECONFIG",
                                cluster.kubeconfig().toString());
                    default -> Map.of();
                });
        assertThat(environment).as("the pod's environment names the login").containsKey("KAFKA_SASL_JAAS_CONFIG");
        return Started.of(service, folder, settings, environment);
    }

    private JsonNode container(String name) {
        String kind = name.equals("router") || name.equals("cache") ? "StatefulSet" : "Deployment";
        return rendered.one(kind, "demo-ponder-" + name).at("/spec/template/spec/containers/0");
    }

    private static void awaitThat(Started started, Callable<Boolean> seen) throws IOException {
        try {
            // A group that nobody has joined yet is not there.
            await().atMost(AMPLE)
                    .ignoreExceptionsInstanceOf(ExecutionException.class)
                    .failFast("it has ended", () -> !started.process().isAlive())
                    .until(seen);
        } catch (TerminalFailureException | ConditionTimeoutException not) {
            throw new AssertionError(started.said(), not);
        }
    }
}
