package dev.ponder.cluster.scaler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.cluster.parts.Autoscaler;
import dev.ponder.cluster.parts.Broker;
import dev.ponder.cluster.parts.Page;
import dev.ponder.cluster.parts.Pool;
import dev.ponder.cluster.parts.Scaled;
import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Site;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.FreePorts;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * One replica of many is carried out too, which an HPA by its own tolerance of a tenth would not do: with the behaviour that the chart gives
 * KEDA. How many are wanted is said by the law's bounds, so that no measure of work blurs it. The checks build upon each other.
 */
@OnCluster
@Order(4)
@SuppressWarnings("NullAway.Init") // start() sets the fields before any check
final class ManyChecks {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MOST_OF_KEDA = 20;

    private final Site site;
    private final Pool pool;
    private Broker broker;
    private Page page;
    private int port;
    private Autoscaler autoscaler;

    ManyChecks(Site site) {
        this.site = site;
        this.pool = new Pool(site, "many");
    }

    @BeforeAll
    void start() throws Exception {
        page = Page.open();
        broker = Broker.start(site.cluster().folder());
        broker.lay(pool.name());
        pool.lay(12);
        port = FreePorts.one();
        want(12);
        Scaled scaled = new Scaled(pool, "external-push", site.cluster().keda().host() + ":" + port);
        scaled.lay(MOST_OF_KEDA);
        site.kubectl("patch", "scaledobject", pool.name(), "--type=merge", "--patch=" + chartsBehaviour())
                .orFail();
        await().atMost(PATIENCE).until(() -> scaled.condition("Ready").equals("True"));
    }

    @AfterAll
    void stop() {
        autoscaler.close();
        page.close();
        broker.close();
    }

    @Test
    @Order(1)
    void tellsTheHorizontalPodAutoscalerToTolerateNothing() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(site.kubectl(
                                        "get",
                                        "hpa",
                                        "keda-hpa-many",
                                        "--output",
                                        "jsonpath={.spec.behavior.scaleUp.tolerance} {.spec.behavior.scaleDown.tolerance}")
                                .orFail())
                        .isEqualTo("0 0"));
    }

    @Test
    @Order(2)
    void addsOneToTwelve() throws Exception {
        want(13);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pool.asked()).isEqualTo(13));
    }

    @Test
    @Order(3)
    void takesOneOfThirteen() throws Exception {
        want(12);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pool.asked()).isEqualTo(12));
    }

    /** What the chart has KEDA tell its HPA on a server of this version. */
    private String chartsBehaviour() {
        String version = site.client().getKubernetesVersion().getGitVersion();
        Path chart = Checkout.current().root().resolve("helm").resolve("ponder");
        String object = site.helm(
                        "template",
                        "demo",
                        chart.toString(),
                        "--values=" + chart.resolve("ci").resolve("keda.yaml"),
                        "--kube-version=" + version,
                        "--show-only=templates/reasoner/scaling.yaml")
                .orFail();
        JsonNode behaviour = Serialization.unmarshal(object, JsonNode.class)
                .at("/spec/advanced/horizontalPodAutoscalerConfig/behavior");
        assumeTrue(behaviour.at("/scaleUp").has("tolerance"), version + " takes no tolerance of an HPA");
        return "{\"spec\":{\"advanced\":{\"horizontalPodAutoscalerConfig\":{\"behavior\":" + behaviour + "}}}}";
    }

    /** Has the law want so many, whatever there is to do. */
    private void want(int replicas) throws Exception {
        if (autoscaler != null) {
            autoscaler.stop();
        }
        Map<String, String> keys = new HashMap<>(pool.keys(replicas, page.address(), false));
        keys.put("autoscaler.pools.many.min", Integer.toString(replicas));
        autoscaler = Autoscaler.start(site.cluster().folder(), "many", broker.bootstrap(), port, keys);
        await().atMost(PATIENCE).until(autoscaler::isLive);
    }
}
