package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.cluster.site.Cluster;
import dev.ponder.cluster.site.OnCluster;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the pods of the chart run. */
@OnCluster
final class PodChecks {

    private final Chart chart;
    private final Rendered minimal;

    PodChecks(Cluster cluster) {
        this.chart = new Chart(cluster::helm);
        this.minimal = chart.rendered("minimal");
    }

    private JsonNode pod(String name) {
        return minimal.objects().stream()
                .filter(one -> Rendered.name(one).equals("demo-ponder-" + name))
                .filter(one -> one.at("/spec/template").isObject())
                .map(one -> one.at("/spec/template/spec"))
                .findFirst()
                .orElseThrow();
    }

    /** More than the restricted standard asks: the server looks at that by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"minimal", "edge", "distributed", "mixed", "keda", "hpa", "secured"})
    void writesToNoRootAndHearsNoServiceLinks(String profile) {
        assertThat(chart.rendered(profile).pods()).isNotEmpty().allSatisfy(pod -> {
            assertThat(pod.at("/spec/enableServiceLinks").asBoolean(true)).isFalse();
            assertThat(pod.at("/spec/containers/0/securityContext/readOnlyRootFilesystem")
                            .asBoolean())
                    .isTrue();
            assertThat(pod.at("/spec/volumes"))
                    .anySatisfy(volume -> assertThat(volume.has("emptyDir")).isTrue());
            assertThat(pod.at("/spec/containers/0/resources/requests")).isNotEmpty();
            assertThat(pod.at("/spec/containers/0/resources/limits/memory").asText())
                    .isNotEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"router, false", "cache, false", "reasoner-main, false", "autoscaler, true"})
    void givesATokenToTheAutoscalerAlone(String name, boolean token) {
        assertThat(pod(name).path("automountServiceAccountToken").asBoolean(true))
                .isEqualTo(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"router", "cache", "reasoner-main", "autoscaler"})
    void asksEachServiceAtItsOwnPages(String name) {
        JsonNode container = pod(name).at("/containers/0");

        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/started");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
    }

    /** Kubernetes kills after the service has given up by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"router", "cache", "reasoner-main", "autoscaler"})
    void killsLaterThanTheServiceDrains(String name) {
        String settings = minimal.settings("demo-ponder-" + name);
        int shutdown = settings.lines()
                .filter(line -> line.startsWith("quarkus.shutdown.timeout="))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
        int preStop =
                pod(name).at("/containers/0/lifecycle/preStop/sleep/seconds").asInt(0);

        assertThat(pod(name).path("terminationGracePeriodSeconds").asInt()).isGreaterThan(shutdown + preStop);
    }

    @Test
    void givesRunningJobsTheTimeThatIsAsked() {
        Rendered edge = chart.rendered("edge");

        assertThat(edge.settings("demo-ponder-reasoner-main")).contains("reasoner.drain.grace=120s");
        assertThat(edge.one("Deployment", "demo-ponder-reasoner-main")
                        .at("/spec/template/spec/terminationGracePeriodSeconds")
                        .asInt())
                .isEqualTo(140);
    }

    @Test
    void saysWithThePreStopThatOneIsGoingWhereOthersCall() {
        assertThat(List.of("cache", "autoscaler"))
                .allSatisfy(name -> assertThat(pod(name)
                                .at("/containers/0/lifecycle/preStop/sleep/seconds")
                                .asInt())
                        .isPositive());
    }

    @Test
    void namesARouterTheSameAfterARestart() {
        assertThat(minimal.one("StatefulSet", "demo-ponder-router")).isNotEmpty();
        assertThat(minimal.settings("demo-ponder-router"))
                .contains("router.settlement.transactional-id=ponder-settlement-${POD_NAMESPACE}-${POD_NAME}");
    }

    @Test
    void leavesTheNumberOfReplicasToWhoScales() {
        assertThat(minimal.one("Deployment", "demo-ponder-reasoner-main")
                        .at("/spec/replicas")
                        .isMissingNode())
                .isTrue();
        assertThat(chart.rendered("edge")
                        .one("Deployment", "demo-ponder-reasoner-main")
                        .at("/spec/replicas")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void scalesWhatItIsTold() {
        Rendered distributed = chart.rendered("distributed");

        assertThat(distributed.settings("demo-ponder-autoscaler"))
                .contains("target.api-version=leaderworkerset.x-k8s.io/v1")
                .contains("target.resource=leaderworkersets")
                .contains("target.name=deepthink");
        assertThat(distributed
                        .one("Deployment", "demo-ponder-reasoner-main")
                        .at("/spec/replicas")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void hasNoAutoscalerWhereNothingIsScaled() {
        assertThat(chart.rendered("edge").objects())
                .extracting(Rendered::name)
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("autoscaler"));
    }

    @Test
    void takesAnImageByItsDigest() {
        assertThat(chart.rendered("secured")
                        .one("StatefulSet", "demo-ponder-router")
                        .at("/spec/template/spec/containers/0/image")
                        .asText())
                .isEqualTo("registry.example.com/llm/ponder/router@sha256:" + "0".repeat(64));
    }

    @Test
    void spreadsEachPartAndLetsOneGoAtATime() {
        assertThat(minimal.kind("PodDisruptionBudget"))
                .hasSize(4)
                .allSatisfy(budget ->
                        assertThat(budget.at("/spec/maxUnavailable").asInt()).isEqualTo(1));
        assertThat(pod("router").path("topologySpreadConstraints"))
                .extracting(one -> one.path("topologyKey").asText())
                .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
    }

    @Test
    void speaksMutualTlsOnEachChannel() {
        Rendered secured = chart.rendered("secured");

        assertThat(secured.settings("demo-ponder-router"))
                .contains("router.lookup.tls.authorities=/etc/ponder/tls/ca.crt");
        assertThat(secured.settings("demo-ponder-cache")).contains("cache.grpc.tls.authorities=/etc/ponder/tls/ca.crt");
        assertThat(secured.settings("demo-ponder-reasoner-main"))
                .contains("reasoner.engine.tls.authorities=/etc/ponder/tls/ca.crt");
        assertThat(secured.settings("demo-ponder-autoscaler"))
                .contains("autoscaler.serving.authorities=/etc/ponder/tls/ca.crt");
        assertThat(secured.one("ScaledObject", "demo-ponder-reasoner-main")
                        .at("/spec/triggers/0/metadata/enableTLS")
                        .asText())
                .isEqualTo("true");
    }

    @Test
    void logsInToKafkaByReferenceAlone() {
        JsonNode container = chart.rendered("secured")
                .one("Deployment", "demo-ponder-reasoner-main")
                .at("/spec/template/spec/containers/0");

        assertThat(container.path("env"))
                .anySatisfy(variable -> assertThat(
                                variable.at("/valueFrom/secretKeyRef/name").asText())
                        .isEqualTo("demo-ponder-reasoner"));
    }
}
