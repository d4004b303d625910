package dev.ponder.cluster.scaler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.cluster.parts.Autoscaler;
import dev.ponder.cluster.parts.Broker;
import dev.ponder.cluster.parts.Page;
import dev.ponder.cluster.parts.Pool;
import dev.ponder.cluster.parts.Scaled;
import dev.ponder.cluster.parts.Watched;
import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Site;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What is not known is no zero: the broker goes, the scaler goes, and no pool is put to sleep by it. The checks build upon each other. */
@OnCluster
@Order(2)
@SuppressWarnings("NullAway.Init") // start() sets the fields before any check
final class AwayChecks {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** More than KEDA's cooldown, its polls and the HPA's turns together. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(15);

    private static final int MUCH = 20;
    private static final int FULL = 3;

    private final Site site;
    private final Pool falling;
    private final Pool keeping;
    private Broker broker;
    private Page page;
    private Map<String, String> keys;
    private Autoscaler autoscaler;
    private Scaled withFallback;

    AwayChecks(Site site) {
        this.site = site;
        this.falling = new Pool(site, "falling");
        this.keeping = new Pool(site, "keeping");
    }

    @BeforeAll
    void start() throws Exception {
        String host = site.cluster().keda().host();
        page = Page.open();
        broker = Broker.start(site.cluster().folder());
        keys = new HashMap<>(falling.keys(FULL, page.address(), false));
        keys.putAll(keeping.keys(FULL, page.address(), false));
        for (Pool pool : new Pool[] {falling, keeping}) {
            broker.lay(pool.name());
            pool.lay(0);
        }
        autoscaler = Autoscaler.start(site.cluster().folder(), "away", broker.bootstrap(), keys);
        String address = host + ":" + autoscaler.grpcPort();
        withFallback = new Scaled(falling, "external-push", address);
        withFallback.layWithFallback(FULL, 2);
        new Scaled(keeping, "external-push", address).lay(FULL);
        broker.write("falling", MUCH);
        broker.write("keeping", MUCH);
        awaitFull();
    }

    @AfterAll
    void stop() {
        autoscaler.close();
        page.close();
        broker.close();
    }

    @Test
    @Order(1)
    void fallsBackWhileTheBrokerIsAway() {
        broker.stop();

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(withFallback.condition("Fallback")).isEqualTo("True");
            assertThat(falling.asked()).isEqualTo(2);
        });
    }

    @Test
    @Order(2)
    void goesToNoneByNoErrorOfTheBroker() throws InterruptedException {
        int least = Watched.lowest(falling::asked, LONG_ENOUGH);

        assertThat(least).isEqualTo(2);
    }

    @Test
    @Order(3)
    void keepsWhatItHasWhereNoFallbackIsSet() throws InterruptedException {
        int least = Watched.lowest(keeping::asked, LONG_ENOUGH);

        assertThat(least).isEqualTo(FULL);
    }

    @Test
    @Order(4)
    void saysWhatIsMissing() {
        assertThat(autoscaler.get("/q/health/ready")).contains("\"DOWN\"", "what waits for pool falling is not known");
    }

    @Test
    @Order(5)
    void goesOnWhenTheBrokerIsBack() throws IOException {
        broker.startAgain();

        awaitFull();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(withFallback.condition("Fallback")).isEqualTo("False"));
    }

    @Test
    @Order(6)
    void goesToNoneByNoDeathOfTheScaler() throws InterruptedException {
        autoscaler.kill();

        int least = Watched.lowest(() -> Math.min(falling.asked(), keeping.asked()), LONG_ENOUGH);

        assertThat(least).isGreaterThanOrEqualTo(2);
    }

    @Test
    @Order(7)
    void goesOnWhenTheScalerIsBack() throws IOException, LaunchException {
        autoscaler =
                Autoscaler.start(site.cluster().folder(), "away-2", broker.bootstrap(), autoscaler.grpcPort(), keys);

        awaitFull();
    }

    @Test
    @Order(8)
    void sleepsWhenAllIsKnownToBeDone() {
        broker.finish("falling", MUCH);
        broker.finish("keeping", MUCH);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(falling.asked()).isZero();
            assertThat(keeping.asked()).isZero();
        });
    }

    private void awaitFull() {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(falling.asked()).isEqualTo(FULL);
            assertThat(keeping.asked()).isEqualTo(FULL);
        });
    }
}
