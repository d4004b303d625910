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
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Sources that are away or talk nonsense: no pool sleeps, and none grows beyond its bounds, by it. The checks build upon each other. */
@OnCluster
@Order(6)
@SuppressWarnings("NullAway.Init") // start() sets the fields before any check
final class BlindChecks {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(8);
    private static final int MUCH = 20;
    private static final int MOST = 3;

    private final Site site;
    private final Pool pool;
    private Broker broker;
    private Page page;
    private Autoscaler autoscaler;

    BlindChecks(Site site) {
        this.site = site;
        this.pool = new Pool(site, "blind");
    }

    @BeforeAll
    void start() throws Exception {
        broker = Broker.start(site.cluster().folder());
        broker.lay(pool.name());
        pool.lay(0);
        page = Page.open();
        Map<String, String> keys = pool.keys(MOST, page.address(), true);
        autoscaler = Autoscaler.start(site.cluster().folder(), "blind", broker.bootstrap(), keys);
        broker.write(pool.name(), MUCH);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pool.asked()).isEqualTo(MOST));
    }

    @AfterAll
    void stop() {
        autoscaler.close();
        page.close();
        broker.close();
    }

    @Test
    @Order(1)
    void staysWithinItsBoundsOnAPageFullOfNaN() throws InterruptedException {
        page.say(200, "ponder_reasoner_in_progress NaN\nponder_reasoner_tokens_promised +Inf\n");

        assertThat(Watched.lowest(pool::asked, LONG_ENOUGH)).isEqualTo(MOST);
        assertThat(Watched.highest(pool::asked, Duration.ofSeconds(1))).isEqualTo(MOST);
        awaitDecisionThatSays("no reasoner says what is in progress");
    }

    @Test
    @Order(2)
    void staysWithinItsBoundsOnAPageThatFails() throws InterruptedException {
        page.say(500, "");

        assertThat(Watched.lowest(pool::asked, LONG_ENOUGH)).isEqualTo(MOST);
        awaitDecisionThatSays("status 500");
    }

    @Test
    @Order(3)
    void keepsItsReplicasWhileTheBrokerIsAway() throws InterruptedException {
        broker.stop();

        assertThat(Watched.lowest(pool::asked, LONG_ENOUGH.plus(LONG_ENOUGH))).isEqualTo(MOST);
        awaitDecisionThatSays("\"queued\":{\"missing\":");
        assertThat(autoscaler.isLive()).isTrue();
    }

    @Test
    @Order(4)
    void sleepsWhenTheBrokerIsBackAndAllIsDone() throws IOException {
        broker.startAgain();
        page.sayIdle();
        broker.finish(pool.name(), MUCH);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pool.asked()).isZero());
    }

    /** The last line may be in the middle of being written, so it is looked at again. */
    private void awaitDecisionThatSays(String words) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(autoscaler.decided().getLast()).contains(words));
    }
}
