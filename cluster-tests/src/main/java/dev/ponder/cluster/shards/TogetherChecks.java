package dev.ponder.cluster.shards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Said;
import dev.ponder.cluster.site.Site;
import dev.ponder.local.launch.Checkout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Platform and shards in one release, under restricted Pod Security, by the values that the chart's README names. */
@OnCluster(restricted = true)
@Order(4)
final class TogetherChecks {

    private static final List<String> VOLUMES = List.of(
            "edge-shards-models",
            "mixed-shards-models",
            "deepthink-models",
            "store-edge-ponder-cache-0",
            "store-mixed-ponder-cache-0",
            "store-mixed-ponder-cache-1",
            "store-distributed-ponder-cache-0",
            "store-distributed-ponder-cache-1");
    private static final List<String> CLAIMED = List.of("calibration-texts", "deepthink-model");

    private final Site site;
    private final Volumes volumes;

    TogetherChecks(Site site) {
        this.site = site;
        this.volumes = new Volumes(site);
    }

    @BeforeAll
    void lay() {
        VOLUMES.forEach(claim -> volumes.lay(claim, mode(claim)));
        CLAIMED.forEach(volumes::layClaimed);
    }

    @AfterAll
    void take() {
        VOLUMES.forEach(volumes::take);
        CLAIMED.forEach(volumes::take);
    }

    @Test
    void installsTheEdgePlatformWithAShardOfItsOwn() {
        install("edge", "--wait").orFail();

        assertThat(get("deployment/edge-shards", "{.status.readyReplicas}")).isEqualTo("1");
        assertThat(settings("edge-ponder-reasoner-main"))
                .contains("reasoner.engine.shards=dns:edge-shards." + site.namespace() + ".svc:8001");
        site.helm("uninstall", "edge", "--wait").orFail();
    }

    @Test
    void installsTheMixedPlatformWhereOnePoolHasShardsOfItsOwn() {
        install("mixed", "--wait").orFail();

        assertThat(get("deployment/mixed-shards", "{.status.readyReplicas}")).isEqualTo("1");
        assertThat(settings("mixed-ponder-reasoner-int4"))
                .contains("reasoner.engine.shards=dns:mixed-shards." + site.namespace() + ".svc:8001");
        assertThat(settings("mixed-ponder-reasoner-fp8")).contains("reasoner.engine.shards=dns:shards-fp8:9001");
        site.helm("uninstall", "mixed", "--wait").orFail();
    }

    /** Nobody makes pods of groups here. Its nodes are labelled, and simulated ones are not. */
    @Test
    void installsTheDistributedPlatformAndHasItsGroupsScaled() {
        site.cluster().know("lws");

        install(
                        "distributed",
                        "--set",
                        "reasoner.nodeSelector=null",
                        "--set",
                        "topologySpread.whenUnsatisfiable=ScheduleAnyway")
                .orFail();

        site.kubectl("rollout", "status", "deployment/distributed-ponder-reasoner-main", "--timeout=3m")
                .orFail();
        assertThat(get("leaderworkerset/deepthink", "{.spec.leaderWorkerTemplate.size}"))
                .isEqualTo("4");
        assertThat(settings("distributed-ponder-autoscaler"))
                .contains("autoscaler.pools.main.target.name=deepthink")
                .contains("autoscaler.pools.main.shards=http://deepthink." + site.namespace() + ".svc:8002/metrics");
        assertThat(get("service/deepthink", "{.spec.clusterIP}")).isEqualTo("None");
        site.helm("uninstall", "distributed").orFail();
    }

    private Said install(String profile, String... more) {
        Path chart = Checkout.current().root().resolve("helm/ponder");
        List<String> arguments = new ArrayList<>(List.of("install", profile, chart.toString()));
        for (String folder : List.of("ci", "serving")) {
            arguments.addAll(List.of(
                    "--values", chart.resolve(folder).resolve(profile + ".yaml").toString()));
        }
        arguments.addAll(List.of("--set", "shards.source.endpoint=https://hub.example.invalid", "--timeout", "4m"));
        arguments.addAll(List.of(more));
        return site.helm(arguments.toArray(String[]::new));
    }

    private static String mode(String claim) {
        return claim.startsWith("store-") || claim.startsWith("edge-") ? "ReadWriteOnce" : "ReadWriteMany";
    }

    private String settings(String configMap) {
        return get("configmap/" + configMap, "{.data.application\\.properties}");
    }

    private String get(String object, String path) {
        return site.kubectl("get", object, "-o", "jsonpath=" + path).orFail();
    }
}
