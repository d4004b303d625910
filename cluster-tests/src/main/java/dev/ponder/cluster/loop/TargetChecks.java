package dev.ponder.cluster.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.cluster.parts.Autoscaler;
import dev.ponder.cluster.parts.Broker;
import dev.ponder.cluster.parts.Page;
import dev.ponder.cluster.parts.Pool;
import dev.ponder.cluster.parts.Watched;
import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Site;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Deployments, by the scale sub-resource and within bounds; the checks build upon each other. */
@OnCluster
@Order(1)
@SuppressWarnings("NullAway.Init") // start() sets the fields before any check
final class TargetChecks {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration A_WHILE = Duration.ofSeconds(5);
    private static final int MUCH = 20;

    private final Site site;
    private final Pool sleepy;
    private final Pool wakeful;
    private Broker broker;
    private Page page;
    private Autoscaler autoscaler;

    TargetChecks(Site site) {
        this.site = site;
        this.sleepy = new Pool(site, "sleepy");
        this.wakeful = new Pool(site, "wakeful");
    }

    @BeforeAll
    void start() throws Exception {
        page = Page.open();
        broker = Broker.start(site.cluster().folder());
        Map<String, String> keys = new HashMap<>(sleepy.keys(4, page.address(), true));
        keys.putAll(wakeful.keys(3, page.address(), true));
        keys.put("autoscaler.pools.wakeful.min", "1");
        for (Pool pool : new Pool[] {sleepy, wakeful}) {
            broker.lay(pool.name());
            pool.lay(0);
        }
        autoscaler = Autoscaler.start(site.cluster().folder(), "targets", broker.bootstrap(), keys);
        await().atMost(PATIENCE).until(autoscaler::isLive);
    }

    @AfterAll
    void stop() {
        autoscaler.close();
        page.close();
        broker.close();
    }

    @Test
    @Order(1)
    void keepsTheLeastThatIsAllowedThoughThereIsNoWork() throws InterruptedException {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(wakeful.ready()).hasSize(1));

        assertThat(Watched.lowest(wakeful::asked, A_WHILE)).isEqualTo(1);
        assertThat(sleepy.asked()).isZero();
    }

    @Test
    @Order(2)
    void takesADeploymentFromNoneToReadyPods() throws InterruptedException {
        broker.write("sleepy", 1);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(sleepy.ready()).isNotEmpty());
    }

    @Test
    @Order(3)
    void takesADeploymentFromOneToManyAndNoFurtherThanAllowed() throws InterruptedException {
        broker.write("sleepy", MUCH);
        broker.write("wakeful", MUCH);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(sleepy.ready()).hasSize(4);
            assertThat(wakeful.ready()).hasSize(3);
        });

        assertThat(Watched.highest(sleepy::asked, A_WHILE)).isEqualTo(4);
        assertThat(wakeful.asked()).isEqualTo(3);
    }

    @Test
    @Order(4)
    void takesADeploymentBackToWhatIsAllowed() {
        broker.finish("sleepy", MUCH + 1);
        broker.finish("wakeful", MUCH);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(sleepy.asked()).isZero();
            assertThat(sleepy.ready()).isEmpty();
            assertThat(wakeful.ready()).hasSize(1);
        });
    }

    @Test
    @Order(5)
    void countsWhatItDid() {
        assertThat(autoscaler.get("/q/metrics"))
                .contains("ponder_autoscaler_turns_total{outcome=\"scaled\",pool=\"sleepy\"}");
    }

    @Test
    @Order(6)
    void endsInOrderWhenItIsTold() throws InterruptedException {
        assertThat(autoscaler.stop()).isEqualTo(143);
        assertThat(autoscaler.said()).contains("pools are no longer scaled");
    }
}
