package dev.ponder.cluster.shards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Site;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A shard over four nodes, as a LeaderWorkerSet. The server knows the kind and refuses what it does not know; who makes pods of it is not here,
 * so no pod runs.
 */
@OnCluster
@Order(2)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class GroupChecks {

    private static final String TEMPLATE = "{.spec.leaderWorkerTemplate.%sTemplate.spec.containers[0]%s}";

    private final Site site;
    private final ShardsChart chart;
    private final Volumes volumes;

    GroupChecks(Site site) {
        this.site = site;
        this.chart = new ShardsChart(site);
        this.volumes = new Volumes(site);
    }

    @BeforeAll
    void lay() {
        site.cluster().know("lws");
        site.cluster().know("prometheus-operator");
        volumes.lay("wide-shards-models", "ReadWriteMany");
    }

    @AfterAll
    void take() {
        volumes.take("wide-shards-models");
    }

    @Test
    @Order(1)
    void knowsEveryFieldOfTheDistributedProfile() {
        String objects = chart.template("distributed", "--set", "monitoring.podMonitor=true")
                .orFail();

        site.cluster()
                .kubectl(
                        objects,
                        List.of(
                                "apply",
                                "--namespace",
                                site.namespace(),
                                "--dry-run=server",
                                "--validate=strict",
                                "-f",
                                "-"))
                .orFail();
    }

    @Test
    @Order(2)
    void installsAGroupOfFourNodesWithTwoGpusEach() {
        chart.install("wide", "distributed", "--timeout=4m").orFail();

        assertThat(get("{.spec.leaderWorkerTemplate.size}")).isEqualTo("4");
        for (String role : List.of("leader", "worker")) {
            assertThat(get(TEMPLATE.formatted(role, ".resources.limits.nvidia\\.com/gpu")))
                    .isEqualTo("2");
            assertThat(get(TEMPLATE.formatted(role, ".resources.limits.rdma/hca")))
                    .isEqualTo("1");
            assertThat(get(TEMPLATE.formatted(role, ".env[?(@.name=='NCCL_IB_HCA')].value")))
                    .isEqualTo("mlx5");
        }
        assertThat(get("{.spec.leaderWorkerTemplate.restartPolicy}")).isEqualTo("RecreateGroupOnPodRestart");
    }

    @Test
    @Order(3)
    void asksOnlyTheLeaderWhetherItIsReady() {
        assertThat(get(TEMPLATE.formatted("leader", ".startupProbe.httpGet.path")))
                .isEqualTo("/v2/health/ready");
        assertThat(get(TEMPLATE.formatted("worker", ".startupProbe"))).isEmpty();
        assertThat(site.kubectl("get", "service/wide-shards", "-o", "jsonpath={.spec.selector}")
                        .orFail())
                .contains("leaderworkerset.sigs.k8s.io/worker-index\":\"0\"");
    }

    @Test
    @Order(4)
    void isScaledByItsScaleSubResource() {
        site.kubectl("scale", "leaderworkerset/wide-shards", "--replicas=2").orFail();

        assertThat(get("{.spec.replicas}")).isEqualTo("2");
    }

    @Test
    @Order(5)
    void startsRanksOnAllNodesAndTellsThemNcclsSettings() {
        String script = site.kubectl("get", "configmap/wide-shards", "-o", "jsonpath={.data.launch\\.sh}")
                .orFail();

        assertThat(script)
                .contains("mpirun -np 8", "trtllm-llmapi-launch", "LWS_WORKER_INDEX", "NCCL_IB_HCA NCCL_IB_TIMEOUT");
    }

    /** Nobody makes pods of the group here, so its templates are shown to the server as pods. */
    @Test
    @Order(6)
    void fitsRestrictedPodSecurity() {
        site.kubectl("label", "namespace", site.namespace(), "pod-security.kubernetes.io/enforce=restricted")
                .orFail();

        for (String role : List.of("leader", "worker")) {
            String spec = get("{.spec.leaderWorkerTemplate." + role + "Template.spec}");
            site.apply("""
                    {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "%s"}, "spec": %s}
                    """.formatted(role, spec)).orFail();
        }
    }

    private String get(String path) {
        return site.kubectl("get", "leaderworkerset/wide-shards", "-o", "jsonpath=" + path)
                .orFail();
    }
}
