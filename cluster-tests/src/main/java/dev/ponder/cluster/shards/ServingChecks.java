package dev.ponder.cluster.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Site;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Shards of one node each, installed under restricted Pod Security: from nothing to ready, changed, and gone. */
@OnCluster(restricted = true)
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ServingChecks {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Site site;
    private final ShardsChart chart;
    private final Volumes volumes;

    ServingChecks(Site site) {
        this.site = site;
        this.chart = new ShardsChart(site);
        this.volumes = new Volumes(site);
    }

    @BeforeAll
    void lay() {
        volumes.lay("small-shards-models", "ReadWriteOnce");
        volumes.lay("large-shards-models", "ReadWriteMany");
        volumes.layClaimed("calibration-texts");
    }

    @AfterAll
    void take() {
        volumes.take("small-shards-models");
        volumes.take("large-shards-models");
        volumes.take("calibration-texts");
    }

    @Test
    @Order(1)
    void installsTheEdgeProfileUntilItIsReady() {
        chart.install("small", "edge", "--wait", "--wait-for-jobs", "--timeout=4m")
                .orFail();

        assertThat(get("deployment/small-shards", "{.status.readyReplicas}")).isEqualTo("1");
        assertThat(get("deployment/small-shards", "{.spec.template.spec.containers[0].resources.limits}"))
                .doesNotContain("gpu");
    }

    @Test
    @Order(2)
    void installsTheMixedProfileUntilItIsReadyOnAGpu() {
        chart.install("large", "mixed", "--wait", "--wait-for-jobs", "--timeout=4m")
                .orFail();

        assertThat(get("deployment/large-shards", "{.status.readyReplicas}")).isEqualTo("1");
        assertThat(get(
                        "deployment/large-shards",
                        "{.spec.template.spec.containers[0].resources.limits.nvidia\\.com/gpu}"))
                .isEqualTo("1");
    }

    @Test
    @Order(3)
    void bringsQuantisesAndLaysOutByJobsThatEnd() {
        assertThat(get("jobs", "{.items[*].metadata.labels.app\\.kubernetes\\.io/component}"))
                .contains("shards-fetch", "shards-quantise", "shards-layout");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("jobs", "{.items[?(@.status.succeeded!=1)].metadata.name}"))
                        .isEmpty());
    }

    @Test
    @Order(4)
    void givesReasonersAnAddressForEachShard() {
        site.kubectl("scale", "deployment/large-shards", "--replicas=3").orFail();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get(
                                        "endpointslices",
                                        "{range .items[?(@.metadata.labels.kubernetes\\.io/service-name=='large-shards')]}"
                                                + "{.endpoints[?(@.conditions.ready==true)].addresses[0]}{end}")
                                .split(" "))
                        .hasSize(3));
    }

    @Test
    @Order(5)
    void leavesAShardPendingThatHasNoGpu() {
        site.kubectl("scale", "deployment/large-shards", "--replicas=64").orFail();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(site.kubectl(
                                        "get",
                                        "events",
                                        "--field-selector=reason=FailedScheduling",
                                        "-o",
                                        "jsonpath={.items[*].message}")
                                .orFail())
                        .contains("Insufficient nvidia.com/gpu"));
        site.kubectl("scale", "deployment/large-shards", "--replicas=1").orFail();
    }

    @Test
    @Order(6)
    void takesOneAtATimeFromItsNode() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(get("pdb/large-shards", "{.status.disruptionsAllowed}"))
                        .isEqualTo("1"));
        String deadline = get("deployment/large-shards", "{.spec.template.spec.terminationGracePeriodSeconds}");

        assertThat(Integer.parseInt(deadline)).isGreaterThan(300);
        assertThat(get(
                        "deployment/large-shards",
                        "{.spec.template.spec.containers[0].lifecycle.preStop.sleep.seconds}"))
                .isEqualTo("5");
    }

    @Test
    @Order(7)
    void makesAnotherModelBesideTheOneThatIsServed() {
        String served = repository();
        String made = layouts();

        chart.install(
                        "large",
                        "mixed",
                        "--set",
                        "model.kv=bf16",
                        "--set",
                        "model.sequence=8192",
                        "--wait",
                        "--wait-for-jobs",
                        "--timeout=4m")
                .orFail();

        assertThat(repository()).isNotEqualTo(served);
        assertThat(layouts()).isNotEqualTo(made);
        assertThat(get("jobs", "{.items[?(@.status.succeeded!=1)].metadata.name}"))
                .isEmpty();
    }

    @Test
    @Order(8)
    void goesBackToTheModelBefore() {
        String after = repository();

        site.helm("rollback", "large", "1", "--wait", "--timeout=4m").orFail();

        assertThat(repository()).isNotEqualTo(after);
    }

    /** A job can't be changed, so one whose pod is another is another job; the ones before are still there when it comes. */
    @Test
    @Order(9)
    void takesAnUpgradeThatChangesThePodsOfItsJobs() {
        String made = jobs();

        chart.install(
                        "large",
                        "mixed",
                        "--set",
                        "server.tolerations[0].key=nvidia.com/gpu,server.tolerations[0].operator=Exists",
                        "--set",
                        "server.tolerations[1].key=example.com/spot,server.tolerations[1].operator=Exists",
                        "--set",
                        "image.pullSecrets={registry}",
                        "--set",
                        "jobs.awaitMinutes=120",
                        "--wait",
                        "--wait-for-jobs",
                        "--timeout=4m")
                .orFail();

        assertThat(made.lines()).hasSize(3);
        assertThat(jobs().lines())
                .hasSize(3)
                .doesNotContainAnyElementsOf(made.lines().toList());
    }

    /** What an autoscaler does by the scale sub-resource. */
    @Test
    @Order(10)
    void keepsTheNumberThatAnotherHasWrittenThroughAnUpgrade() {
        chart.install("large", "mixed", "--set", "replicas=null", "--wait", "--timeout=4m")
                .orFail();
        site.kubectl("scale", "deployment/large-shards", "--replicas=2").orFail();

        chart.install(
                        "large",
                        "mixed",
                        "--set",
                        "replicas=null",
                        "--set",
                        "server.startupMinutes=45",
                        "--wait",
                        "--timeout=4m")
                .orFail();

        assertThat(get("deployment/large-shards", "{.spec.replicas}")).isEqualTo("2");
    }

    @Test
    @Order(11)
    void letsNobodyInButReasonersAndWhoReadsMetrics() {
        String ports = get("networkpolicy/large-shards", "{.spec.ingress[*].ports[*].port}");
        String from = get("networkpolicy/large-shards", "{.spec.ingress[0].from}");

        assertThat(ports).isEqualTo("8001 8002");
        assertThat(from)
                .isEqualTo("[{\"podSelector\":{\"matchLabels\":{\"app.kubernetes.io/component\":\"reasoner\"}}}]");
        assertThat(get("networkpolicy/large-shards", "{.spec.policyTypes}")).contains("Egress");
        assertThat(get("networkpolicy/large-shards", "{.spec.egress}")).isEmpty();
        assertThat(get("networkpolicy/large-shards-fetch", "{.spec.egress[*].ports[*].port}"))
                .contains("443", "53");
    }

    @Test
    @Order(12)
    void keepsTheModelsWhenItIsUninstalled() {
        site.helm("uninstall", "large", "--wait", "--timeout=4m").orFail();

        assertThat(get("pvc/large-shards-models", "{.status.phase}")).isEqualTo("Bound");
        assertThat(site.kubectl("get", "deployment/large-shards").ok()).isFalse();
    }

    private String layouts() {
        return jobs(",app.kubernetes.io/component=shards-layout");
    }

    private String jobs() {
        return jobs("");
    }

    private String jobs(String narrower) {
        return site.kubectl("get", "jobs", "--selector=app.kubernetes.io/instance=large" + narrower, "--output=name")
                .orFail();
    }

    private String repository() {
        return get("configmap/large-shards", "{.data.launch\\.sh}")
                .lines()
                .filter(line -> line.contains("--model-repository="))
                .findFirst()
                .orElseThrow();
    }

    private String get(String object, String path) {
        return site.kubectl("get", object, "-o", "jsonpath=" + path).orFail();
    }
}
