package dev.ponder.cluster.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Said;
import dev.ponder.cluster.site.Site;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A release's life on a real API server, in a namespace that takes restricted pods alone. */
@OnCluster(restricted = true)
final class LifecycleChecks {

    private static final Duration AMPLE = Duration.ofMinutes(3);
    private static final String SETUP = "app.kubernetes.io/instance=demo,app.kubernetes.io/component=setup";

    private final Site site;
    private List<String> volumes = List.of();

    LifecycleChecks(Site site) {
        this.site = site;
    }

    @BeforeAll
    void lay() {
        volumes = Ground.volumes(site);
    }

    @AfterAll
    void take() {
        Ground.noVolumes(site);
    }

    private Said helm(String command, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of(command, "demo", Chart.folder().toString()));
        arguments.addAll(List.of("--values", Chart.profile("minimal").toString(), "--wait", "--timeout", "3m"));
        arguments.addAll(volumes);
        arguments.addAll(List.of(more));
        return site.helm(arguments.toArray(String[]::new));
    }

    private List<Pod> pods(String component) {
        return site.client()
                .pods()
                .inNamespace(site.namespace())
                .withLabel("app.kubernetes.io/component", component)
                .list()
                .getItems();
    }

    private JsonNode status() {
        return Serialization.unmarshal(
                site.helm("status", "demo", "--output", "json").orFail(), JsonNode.class);
    }

    @Test
    @Order(1)
    void installsAndWaitsUntilAllPodsAreReady() {
        helm("install").orFail();

        assertThat(pods("router")).hasSize(2);
        assertThat(pods("cache")).hasSize(2);
        assertThat(pods("reasoner")).hasSize(1);
        assertThat(pods("autoscaler")).hasSize(1);
    }

    @Test
    @Order(2)
    void tellsWhatToDoNext() {
        assertThat(status().at("/info/notes").asText())
                .contains("helm test demo -n " + site.namespace())
                .contains("reasoning.requests")
                .contains("kafka.auth.type is none");
    }

    @Test
    @Order(3)
    void runsTheSetupJobToItsEnd() {
        await().atMost(AMPLE)
                .untilAsserted(() -> assertThat(site.client()
                                .batch()
                                .v1()
                                .jobs()
                                .inNamespace(site.namespace())
                                .list()
                                .getItems())
                        .singleElement()
                        .satisfies(job ->
                                assertThat(job.getStatus().getSucceeded()).isEqualTo(1)));
    }

    @Test
    @Order(4)
    void givesEachCacheAVolumeOfItsOwn() {
        assertThat(site.client()
                        .persistentVolumeClaims()
                        .inNamespace(site.namespace())
                        .list()
                        .getItems())
                .extracting(claim -> claim.getStatus().getPhase())
                .containsExactly("Bound", "Bound");
    }

    @Test
    @Order(5)
    void testsByHelmTest() {
        assertThat(site.helm("test", "demo", "--timeout", "2m").orFail())
                .contains("demo-ponder-test-topics")
                .contains("Succeeded");
    }

    @Test
    @Order(6)
    void rollsPodsWhoseSettingsChangedAndLeavesTheOthers() {
        List<String> caches = names(pods("cache"));
        String before = pods("reasoner").getFirst().getMetadata().getName();

        helm("upgrade", "--set", "reasoner.settings.reasoner\\.queue\\.hand-off=30s")
                .orFail();

        await().atMost(AMPLE)
                .untilAsserted(
                        () -> assertThat(names(pods("reasoner"))).hasSize(1).doesNotContain(before));
        assertThat(names(pods("cache"))).isEqualTo(caches);
    }

    @Test
    @Order(7)
    void keepsTheNumberOfReplicasThatTheScalerWrote() {
        site.kubectl("scale", "deployment", "demo-ponder-reasoner-main", "--replicas=3")
                .orFail();

        helm("upgrade", "--set", "router.settings.router\\.waves\\.first=2").orFail();

        assertThat(pods("reasoner")).hasSize(3);
    }

    @Test
    @Order(8)
    void makesAnotherSetupJobForAnotherPlan() {
        String before = job();

        helm("upgrade", "--set", "tenants={default,acme}").orFail();

        assertThat(job()).isNotEqualTo(before);
    }

    /** As docs/backup.md has it where Kafka lost what the job had set: nothing changed, so that nothing makes another one. */
    @Test
    @Order(9)
    void makesTheSetupJobAgainOnceItIsTakenAway() {
        String before = job();
        takeSetupJobAway();

        helm("upgrade", "--set", "tenants={default,acme}").orFail();

        assertThat(job()).isEqualTo(before);
    }

    @Test
    @Order(10)
    void makesTheSetupJobAgainWithoutAnUpgrade() {
        String before = job();
        takeSetupJobAway();
        site.kubectl("scale", "statefulset", "demo-ponder-router", "--replicas=0")
                .orFail();

        site.cluster()
                .kubectl(
                        site.helm("get", "manifest", "demo").orFail(),
                        List.of("apply", "--namespace", site.namespace(), "-l", SETUP, "-f", "-"))
                .orFail();

        assertThat(job()).isEqualTo(before);
        assertThat(site.kubectl("get", "statefulset", "demo-ponder-router", "-o", "jsonpath={.spec.replicas}")
                        .orFail())
                .isEqualTo("0");
    }

    private void takeSetupJobAway() {
        site.kubectl("delete", "job", "-l", SETUP).orFail();
    }

    private String job() {
        List<String> jobs = names(site.client()
                .batch()
                .v1()
                .jobs()
                .inNamespace(site.namespace())
                .list()
                .getItems());
        assertThat(jobs).hasSize(1);
        return jobs.getFirst();
    }

    @Test
    @Order(11)
    void takesAnUpgradeBackWhosePodsNeverBecomeReady() {
        int before = status().path("version").asInt();

        String refusal = helm(
                        "upgrade",
                        "--atomic",
                        "--set-string",
                        "router.podAnnotations.kwok\\.test/ready=false",
                        "--timeout",
                        "30s")
                .refusal();

        assertThat(refusal).contains("rolled back");
        assertThat(status().path("version").asInt()).isEqualTo(before + 2);
        await().atMost(AMPLE)
                .untilAsserted(() -> assertThat(pods("router"))
                        .hasSize(2)
                        .allSatisfy(pod ->
                                assertThat(pod.getMetadata().getAnnotations()).doesNotContainKey("kwok.test/ready")));
    }

    @Test
    @Order(12)
    void rollsBackToTheFirstRevision() {
        site.helm("rollback", "demo", "1", "--wait", "--timeout", "3m").orFail();

        assertThat(site.kubectl("get", "configmap", "demo-ponder-router", "-o", "yaml")
                        .orFail())
                .doesNotContain("router.waves.first");
    }

    @Test
    @Order(13)
    void saysWhenATestFails() {
        site.kubectl("delete", "serviceaccount", "demo-ponder-setup").orFail();

        String refusal = site.helm("test", "demo", "--timeout", "1m").refusal();

        assertThat(refusal).contains("demo-ponder-setup");
    }

    @Test
    @Order(14)
    void leavesNothingButTestsBehind() {
        site.helm("uninstall", "demo", "--wait", "--timeout", "3m").orFail();

        await().atMost(AMPLE)
                .untilAsserted(() -> assertThat(site.kubectl(
                                        "get",
                                        "all,configmap,pvc,pdb,networkpolicy,role,rolebinding,serviceaccount,lease",
                                        "-l",
                                        "app.kubernetes.io/instance=demo,app.kubernetes.io/component!=test",
                                        "-o",
                                        "name")
                                .orFail())
                        .isEmpty());
    }

    private static List<String> names(List<? extends HasMetadata> objects) {
        return objects.stream()
                .filter(one -> one.getMetadata().getDeletionTimestamp() == null)
                .map(one -> one.getMetadata().getName())
                .sorted()
                .toList();
    }
}
