package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Said;
import dev.ponder.cluster.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That each profile lints, and is taken by the server under restricted Pod Security, its custom resources too. */
@OnCluster(restricted = true)
final class ProfileChecks {

    private final Site site;
    private final Chart chart;

    ProfileChecks(Site site) {
        this.site = site;
        this.chart = new Chart(site.cluster()::helm);
    }

    @BeforeAll
    void lay() {
        Ground.volumes(site);
        Ground.strimzi(site.cluster());
    }

    @AfterAll
    void take() {
        Ground.noVolumes(site);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "edge", "distributed", "mixed", "keda", "hpa", "secured"})
    void lints(String profile) {
        assertThat(chart.lint(profile).orFail()).contains("0 chart(s) failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "edge", "mixed"})
    void installsAndGoesAgain(String profile) {
        install(profile, "--wait").orFail();

        site.helm("uninstall", profile, "--wait").orFail();
    }

    /** Its nodes are labelled, and its model lies on a claim. */
    @Test
    void installsTheDistributedProfile() {
        site.apply("""
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: deepthink-model}
            spec:
              storageClassName: %s
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: 1Gi}}
            """.formatted(site.namespace())).orFail();

        install(
                        "distributed",
                        "--wait",
                        "--set",
                        "reasoner.nodeSelector=null",
                        "--set",
                        "topologySpread.whenUnsatisfiable=ScheduleAnyway")
                .orFail();

        site.helm("uninstall", "distributed", "--wait").orFail();
    }

    @Test
    void installsTheKedaProfile() {
        Ground.kinds(site.cluster(), "keda.sh/v1alpha1", "keda");

        install("keda").orFail();

        assertThat(site.kubectl(
                                "get",
                                "scaledobject",
                                "keda-ponder-reasoner-main",
                                "-o",
                                "jsonpath={.spec.maxReplicaCount}")
                        .orFail())
                .isEqualTo("6");
        site.helm("uninstall", "keda", "--wait").orFail();
    }

    @Test
    void installsTheHpaProfile() {
        Ground.kinds(site.cluster(), "monitoring.coreos.com/v1", "prometheus-operator");

        install("hpa", "--wait").orFail();

        assertThat(site.kubectl("get", "hpa,podmonitor", "-o", "name").orFail())
                .contains("hpa-ponder-reasoner-main")
                .contains("podmonitor");
        site.helm("uninstall", "hpa", "--wait").orFail();
    }

    /** Its Secrets are made here, where nobody's operator makes them. */
    @Test
    void installsTheSecuredProfile() {
        for (String user : List.of("router", "reasoner", "cache", "autoscaler", "setup", "tenant-default")) {
            site.kubectl("create", "secret", "generic", "secured-ponder-" + user, "--from-literal=sasl.jaas.config=x")
                    .orFail();
        }

        install("secured", "--set", "tls.certManager.issuer=,reasoner.pools.main.scaling.mode=own")
                .orFail();

        assertThat(site.kubectl("get", "kafkauser", "-o", "name").orFail().lines())
                .hasSize(9);
        assertThat(site.kubectl("get", "kafkatopic", "-o", "name").orFail().lines())
                .hasSize(18);
        site.helm("uninstall", "secured").orFail();
        assertThat(site.kubectl("get", "kafkatopic", "-o", "name").orFail().lines())
                .as("topics stay")
                .hasSize(18);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "edge", "distributed", "mixed", "keda", "hpa", "secured"})
    void holdsNoSecret(String profile) {
        Rendered rendered = chart.rendered(profile);

        assertThat(rendered.kind("Secret")).isEmpty();
        assertThat(rendered.pods().flatMap(pod -> pod.at("/spec/containers").valueStream()))
                .allSatisfy(container -> assertThat(container.path("env"))
                        .filteredOn(variable -> variable.path("name").asText().matches(".*(JAAS|PASSWORD).*"))
                        .allSatisfy(variable -> assertThat(variable.at("/valueFrom/secretKeyRef"))
                                .isNotEmpty()));
    }

    private Said install(String profile, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("install", profile, Chart.folder().toString()));
        arguments.addAll(List.of("--values", Chart.profile(profile).toString(), "--timeout", "3m"));
        arguments.addAll(List.of("--set", "cache.storage.className=" + site.namespace()));
        arguments.addAll(List.of(more));
        return site.helm(arguments.toArray(String[]::new));
    }

    /** The autoscaler of a pool that another writes for only looks. */
    @ParameterizedTest
    @ValueSource(strings = {"keda", "hpa"})
    void letsOneWriteAlone(String profile) {
        String settings = chart.rendered(profile).settings("demo-ponder-autoscaler");

        assertThat(settings).contains("autoscaler.pools.main.target.write=false");
    }

    /** An HPA's own tolerance of a tenth would ignore one replica of ten. */
    @ParameterizedTest
    @ValueSource(strings = {"keda", "hpa"})
    void toleratesNoDifferenceWhereTheServerCanBeToldSo(String profile) {
        Rendered newer = chart.rendered(profile, "--kube-version=1.35.0");
        Rendered older = chart.rendered(profile, "--kube-version=1.34.9");

        assertThat(tolerances(newer)).containsExactly("0", "0");
        assertThat(tolerances(older)).isEmpty();
    }

    private static List<String> tolerances(Rendered rendered) {
        return Stream.of("ScaledObject", "HorizontalPodAutoscaler")
                .flatMap(kind -> rendered.kind(kind).stream())
                .flatMap(one -> one.findValues("tolerance").stream())
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void givesKedaAFallbackAndNoHoldingOfItsOwn() {
        JsonNode scaled = chart.rendered("keda").one("ScaledObject", "demo-ponder-reasoner-main");

        assertThat(scaled.at("/spec/fallback/replicas").asInt()).isEqualTo(1);
        assertThat(scaled.at("/spec/advanced/horizontalPodAutoscalerConfig/behavior/scaleUp/stabilizationWindowSeconds")
                        .asInt())
                .isZero();
        assertThat(scaled.at("/spec/triggers/0/type").asText()).isEqualTo("external-push");
        assertThat(scaled.at("/spec/triggers/0/metadata/scalerAddress").asText())
                .isEqualTo("demo-ponder-autoscaler.default.svc:9000");
    }
}
