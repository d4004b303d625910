package dev.ponder.cluster.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.cluster.parts.Autoscaler;
import dev.ponder.cluster.parts.Broker;
import dev.ponder.cluster.parts.Page;
import dev.ponder.cluster.parts.Pool;
import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Site;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Whatever has a scale sub-resource: a StatefulSet with its controller, a LeaderWorkerSet whose controller is not here. */
@OnCluster
@Order(2)
@SuppressWarnings("NullAway.Init") // start() sets the fields before any check
final class KindChecks {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MUCH = 20;

    private final Site site;
    private Broker broker;
    private Page page;
    private Autoscaler autoscaler;

    KindChecks(Site site) {
        this.site = site;
    }

    @BeforeAll
    void start() throws Exception {
        site.cluster().know("lws");
        page = Page.open();
        broker = Broker.start(site.cluster().folder());
        broker.lay("state");
        broker.lay("grouped");
        layStatefulSet();
        layLeaderWorkerSet();
        autoscaler = Autoscaler.start(site.cluster().folder(), "kinds", broker.bootstrap(), keys());
        await().atMost(PATIENCE).until(autoscaler::isLive);
    }

    @AfterAll
    void stop() {
        if (autoscaler != null) {
            autoscaler.close();
            broker.close();
            page.close();
        }
    }

    @Test
    void scalesAStatefulSetUpAndDown() throws InterruptedException {
        broker.write("state", MUCH);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(replicas("statefulset/state")).isEqualTo("2"));
        broker.finish("state", MUCH);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(replicas("statefulset/state")).isEqualTo("0"));
    }

    @Test
    void scalesALeaderWorkerSetUpAndDownByItsScaleSubResource() throws InterruptedException {
        broker.write("grouped", MUCH);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(replicas("leaderworkerset/grouped")).isEqualTo("3"));
        broker.finish("grouped", MUCH);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(replicas("leaderworkerset/grouped")).isEqualTo("0"));
    }

    private Map<String, String> keys() {
        Map<String, String> keys = new HashMap<>(new Pool(site, "state").keys(2, page.address(), true));
        keys.putAll(new Pool(site, "grouped").keys(3, page.address(), true));
        keys.put("autoscaler.pools.state.target.resource", "statefulsets");
        keys.put("autoscaler.pools.grouped.target.api-version", "leaderworkerset.x-k8s.io/v1");
        keys.put("autoscaler.pools.grouped.target.resource", "leaderworkersets");
        return keys;
    }

    private String replicas(String object) {
        return site.kubectl("get", object, "--output", "jsonpath={.spec.replicas}")
                .orFail();
    }

    private void layStatefulSet() {
        site.apply("""
                        apiVersion: apps/v1
                        kind: StatefulSet
                        metadata: {name: state}
                        spec:
                          replicas: 0
                          serviceName: state
                          selector: {matchLabels: {app: state}}
                          template:
                            metadata: {labels: {app: state}}
                            spec: {containers: [{name: shard, image: "example.invalid/shard:1"}]}
                        """).orFail();
    }

    /** Its controller would tell the selector of the leaders; here the check does, as far as the scale sub-resource shows it. */
    private void layLeaderWorkerSet() {
        site.apply("""
                        apiVersion: leaderworkerset.x-k8s.io/v1
                        kind: LeaderWorkerSet
                        metadata: {name: grouped}
                        spec:
                          replicas: 0
                          leaderWorkerTemplate:
                            size: 2
                            workerTemplate: {spec: {containers: [{name: shard, image: "example.invalid/shard:1"}]}}
                        """).orFail();
        site.kubectl(
                        "patch",
                        "leaderworkerset",
                        "grouped",
                        "--subresource=status",
                        "--type=merge",
                        "--patch={\"status\":{\"replicas\":0,\"hpaPodSelector\":\"app=grouped\"}}")
                .orFail();
    }
}
