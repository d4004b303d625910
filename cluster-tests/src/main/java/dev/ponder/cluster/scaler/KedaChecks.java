package dev.ponder.cluster.scaler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.cluster.parts.Autoscaler;
import dev.ponder.cluster.parts.Broker;
import dev.ponder.cluster.parts.Page;
import dev.ponder.cluster.parts.Pool;
import dev.ponder.cluster.parts.Scaled;
import dev.ponder.cluster.parts.Watched;
import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Site;
import dev.ponder.contracts.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** From none to many and back under KEDA's operator, by push and by pull; the checks build upon each other. */
@OnCluster
@Order(1)
@SuppressWarnings("NullAway.Init") // start() sets the fields before any check
final class KedaChecks {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(8);
    private static final Duration A_WHILE = Duration.ofSeconds(6);
    private static final int MUCH = 20;
    private static final int MOST_OF_LAW = 9;
    private static final int MOST_OF_KEDA = 4;

    private final Site site;
    private final Pool push;
    private final Pool pull;
    private Broker broker;
    private Page page;
    private Autoscaler autoscaler;
    private Scaled pushed;
    private Scaled pulled;

    KedaChecks(Site site) {
        this.site = site;
        this.push = new Pool(site, "push");
        this.pull = new Pool(site, "pull");
    }

    @BeforeAll
    void start() throws Exception {
        String host = site.cluster().keda().host();
        page = Page.open();
        broker = Broker.start(site.cluster().folder());
        Map<String, String> keys = new HashMap<>(push.keys(MOST_OF_LAW, page.address(), false));
        keys.putAll(pull.keys(3, page.address(), false));
        for (Pool pool : new Pool[] {push, pull}) {
            broker.lay(pool.name());
            pool.lay(0);
        }
        autoscaler = Autoscaler.start(site.cluster().folder(), "keda", broker.bootstrap(), keys);
        await().atMost(PATIENCE).until(autoscaler::isLive);
        pushed = new Scaled(push, "external-push", host + ":" + autoscaler.grpcPort());
        pulled = new Scaled(pull, "external", host + ":" + autoscaler.grpcPort());
        pushed.lay(MOST_OF_KEDA);
        pulled.lay(10);
    }

    @AfterAll
    void stop() {
        autoscaler.close();
        page.close();
        broker.close();
    }

    @Test
    @Order(1)
    void isTakenAsReady() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(pushed.condition("Ready")).isEqualTo("True");
            assertThat(pulled.condition("Ready")).isEqualTo("True");
        });
    }

    @Test
    @Order(2)
    void letsAPoolSleepWhileThereIsNoWork() throws InterruptedException {
        int most = Watched.highest(() -> push.asked() + pull.asked(), A_WHILE);

        assertThat(most).isZero();
    }

    @Test
    @Order(3)
    void wakesAPoolFromNoneByPush(TestReporter reporter) throws InterruptedException {
        double took = wake(push);

        reporter.publishEntry("wake_by_push_s", Double.toString(took));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(push.ready()).isNotEmpty());
    }

    @Test
    @Order(4)
    void wakesAPoolFromNoneByPull(TestReporter reporter) throws InterruptedException {
        double took = wake(pull);

        reporter.publishEntry("wake_by_pull_s", Double.toString(took));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pull.ready()).isNotEmpty());
    }

    @Test
    @Order(5)
    void servesTheReplicasThatAreWantedThroughTheExternalMetricsApi() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(externalMetric())
                        .isEqualTo(autoscaler.wanted("push").orElse(-1)));
    }

    @Test
    @Order(6)
    void givesTheHorizontalPodAutoscalerATargetOfOneReplica() throws IOException {
        JsonNode metric = hpa().at("/spec/metrics/0/external");

        assertThat(metric.at("/metric/name").asText()).isEqualTo("s0-replicas");
        assertThat(metric.at("/target/averageValue").asText()).isEqualTo("1");
    }

    @Test
    @Order(7)
    void goesFromOneToManyByTheHorizontalPodAutoscaler(TestReporter reporter) throws InterruptedException {
        long begun = System.nanoTime();
        broker.write("push", MUCH);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(push.asked()).isGreaterThan(1));
        reporter.publishEntry("one_to_many_s", Double.toString((System.nanoTime() - begun) / 1e9));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(push.ready()).hasSize(MOST_OF_KEDA));
    }

    @Test
    @Order(8)
    void isCappedByKedaWhereTheLawWantsMore() throws InterruptedException {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(autoscaler.wanted("push").orElse(0)).isGreaterThan(MOST_OF_KEDA));

        assertThat(Watched.highest(push::asked, A_WHILE)).isEqualTo(MOST_OF_KEDA);
    }

    @Test
    @Order(9)
    void isCappedByTheLawWhereKedaAllowsMore() throws InterruptedException {
        broker.write("pull", MUCH);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pull.asked()).isEqualTo(3));

        assertThat(Watched.highest(pull::asked, A_WHILE)).isEqualTo(3);
    }

    @Test
    @Order(10)
    void neverGoesToNoneWhileWorkWaits() throws InterruptedException {
        int least = Watched.lowest(() -> Math.min(push.asked(), pull.asked()), A_WHILE);

        assertThat(least).isPositive();
    }

    @Test
    @Order(11)
    void comesBackToNoneWhenAllIsDone(TestReporter reporter) {
        broker.finish("push", MUCH + 1);
        broker.finish("pull", MUCH + 1);
        long begun = System.nanoTime();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(push.asked()).isZero();
            assertThat(pull.asked()).isZero();
        });
        reporter.publishEntry("back_to_none_s", Double.toString((System.nanoTime() - begun) / 1e9));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(push.ready()).isEmpty());
    }

    @Test
    @Order(12)
    void wakesAgainAfterItSlept(TestReporter reporter) throws InterruptedException {
        reporter.publishEntry("wake_again_s", Double.toString(wake(push)));
        broker.finish("push", 1);
    }

    @Test
    @Order(13)
    void leavesAPoolThatIsNotServedAsItIs() {
        Pool askew = new Pool(site, "askew");
        askew.lay(0);
        new Scaled(askew, "external", pulled.address()).lay(3);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(site.kubectl("get", "events", "--output", "json")
                                .orFail())
                        .contains("Scaler external is built"));
        await().during(LONG_ENOUGH)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(askew.asked()).isZero());
    }

    private double wake(Pool pool) throws InterruptedException {
        broker.write(pool.name(), 1);
        long written = System.nanoTime();
        await().pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pool.asked()).isPositive());
        return (System.nanoTime() - written) / 1e9;
    }

    private JsonNode hpa() throws IOException {
        return Json.mapper()
                .readTree(site.kubectl("get", "hpa", "keda-hpa-push", "--output", "json")
                        .orFail());
    }

    private int externalMetric() throws IOException {
        String page = "/apis/external.metrics.k8s.io/v1beta1/namespaces/" + site.namespace()
                + "/s0-replicas?labelSelector=scaledobject.keda.sh%2Fname%3Dpush";
        String answer = site.kubectl("get", "--raw", page).orFail();
        return Json.mapper().readTree(answer).at("/items/0/value").asInt(-2);
    }
}
