package dev.ponder.cluster.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.cluster.parts.Broker;
import dev.ponder.cluster.parts.Page;
import dev.ponder.cluster.parts.Pool;
import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Site;
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Several autoscalers and one pool: one writes, whatever becomes of it another takes over. The checks build upon each other. */
@OnCluster
@Order(3)
@SuppressWarnings("NullAway.Init") // start() sets the fields before any check
final class LeaseChecks {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration A_WHILE = Duration.ofSeconds(5);
    private static final int MUCH = 20;
    private static final int MOST = 3;

    private final Site site;
    private final Pool pool;
    private final List<Gated> all = new ArrayList<>();
    private Broker broker;
    private Page page;
    private Gated leader;
    private Gated other;

    LeaseChecks(Site site) {
        this.site = site;
        this.pool = new Pool(site, "shared");
    }

    @BeforeAll
    void start() throws Exception {
        page = Page.open();
        broker = Broker.start(site.cluster().folder());
        broker.lay(pool.name());
        pool.lay(0);
        begin("first");
        begin("second");
    }

    @AfterAll
    void stop() {
        all.forEach(Gated::close);
        page.close();
        broker.close();
    }

    @Test
    @Order(1)
    void electsOneOfTwo() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(holding()).isPresent());
        leader = holding().orElseThrow();
        other = all.stream().filter(one -> !one.equals(leader)).findFirst().orElseThrow();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(leader.autoscaler().said()).contains("this process writes replicas"));
        assertThat(other.autoscaler().said()).doesNotContain("this process writes replicas");
    }

    @Test
    @Order(2)
    void letsTheLeaderAloneWrite() throws InterruptedException {
        broker.write(pool.name(), MUCH);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pool.asked()).isEqualTo(MOST));
        assertThat(leader.writes()).isNotEmpty();
        assertThat(other.attempts()).isEmpty();
    }

    @Test
    @Order(3)
    void takesOverFromALeaderThatStands(TestReporter reporter) throws Exception {
        leader.autoscaler().signal("STOP");
        long stopped = System.nanoTime();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(holding()).contains(other));
        reporter.publishEntry("takeover_from_stopped_s", Double.toString((System.nanoTime() - stopped) / 1e9));
        broker.finish(pool.name(), MUCH);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pool.asked()).isZero());
        assertThat(other.writes()).isNotEmpty();
    }

    @Test
    @Order(4)
    void letsALeaderThatSleptThroughItsLeaseOverwriteNobody() throws Exception {
        int before = leader.writes().size();

        leader.autoscaler().signal("CONT");
        Thread.sleep(A_WHILE);

        assertThat(leader.writes()).hasSize(before);
        assertThat(pool.asked()).isZero();
        assertThat(holding()).contains(other);
    }

    @Test
    @Order(5)
    void takesOverFromALeaderThatIsKilled(TestReporter reporter) throws Exception {
        swap();
        leader.autoscaler().kill();
        long killed = System.nanoTime();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(holding()).contains(other));
        reporter.publishEntry("takeover_from_killed_s", Double.toString((System.nanoTime() - killed) / 1e9));
        broker.write(pool.name(), MUCH);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pool.asked()).isEqualTo(MOST));
    }

    @Test
    @Order(6)
    void stopsWritingWhenItCannotRenewItsLease() throws Exception {
        leader = other;
        other = begin("third");
        await().atMost(PATIENCE).until(other.autoscaler()::isLive);
        leader.gateway()
                .obey(asked -> asked.isLease()
                        ? Optional.of(Told.refusal(500, "etcdserver: request timed out"))
                        : Optional.empty());

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(holding()).contains(other));
        int before = leader.attempts().size();
        pool.ask(1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pool.asked()).isEqualTo(MOST));
        assertThat(leader.attempts()).hasSize(before);
        assertThat(other.writes()).isNotEmpty();
    }

    @Test
    @Order(7)
    void standsAgainWhenItCanAndTakesOverFromOneThatEnds(TestReporter reporter) throws Exception {
        leader.gateway().passAll();
        swap();
        assertThat(leader.autoscaler().stop()).isEqualTo(143);
        long ended = System.nanoTime();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(holding()).contains(other));
        reporter.publishEntry("takeover_from_ended_s", Double.toString((System.nanoTime() - ended) / 1e9));
        pool.ask(1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pool.asked()).isEqualTo(MOST));
    }

    @Test
    @Order(8)
    void hasWrittenNoNumberTwice() {
        List<Passed> refused = all.stream()
                .flatMap(one -> one.attempts().stream())
                .filter(one -> one.forwarded() && one.told().status() >= 400)
                .toList();

        assertThat(refused).allSatisfy(one -> assertThat(one.told().status()).isEqualTo(409));
        assertThat(all.stream().mapToInt(one -> one.writes().size()).sum()).isPositive();
    }

    private void swap() {
        Gated former = leader;
        leader = other;
        other = former;
    }

    private Gated begin(String name) throws IOException, GeneralSecurityException, LaunchException {
        Gated one = Gated.start(pool, name, broker, MOST, page, Map.of());
        all.add(one);
        return one;
    }

    private Optional<Gated> holding() {
        String holder = site.kubectl("get", "lease", "ponder-autoscaler", "--output", "jsonpath={.spec.holderIdentity}")
                .out();
        return all.stream().filter(one -> one.autoscaler().isCalled(holder)).findFirst();
    }
}
