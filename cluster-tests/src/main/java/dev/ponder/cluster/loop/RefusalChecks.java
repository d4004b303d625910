package dev.ponder.cluster.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ponder.cluster.parts.Broker;
import dev.ponder.cluster.parts.Page;
import dev.ponder.cluster.parts.Pool;
import dev.ponder.cluster.parts.Watched;
import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Site;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three replicas are wanted all the time; somebody sets one, and the API server does not let the autoscaler mend it at once. */
@OnCluster
@Order(4)
@SuppressWarnings("NullAway.Init") // start() sets the fields before any check
final class RefusalChecks {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int WANTED = 3;
    private static final int WAIT_SECONDS = 4;

    private final Site site;
    private final Pool pool;
    private Broker broker;
    private Page page;
    private Gated gated;

    RefusalChecks(Site site) {
        this.site = site;
        this.pool = new Pool(site, "refused");
    }

    @BeforeAll
    void start() throws Exception {
        page = Page.open();
        broker = Broker.start(site.cluster().folder());
        broker.lay(pool.name());
        pool.lay(0);
        broker.write(pool.name(), 20);
        gated = Gated.start(pool, "refused", broker, WANTED, page, Map.of("autoscaler.cluster.patience", "2s"));
        awaitMended();
    }

    @AfterEach
    void calm() {
        gated.gateway().passAll();
        awaitMended();
    }

    @AfterAll
    void stop() {
        gated.close();
        page.close();
        broker.close();
    }

    @Test
    void looksAgainWhereSomebodyElseSetAnotherNumberMeanwhile() {
        once(() -> pool.ask(2));
        int before = gated.gateway().passed().size();

        pool.ask(1);
        awaitMended();

        List<Passed> since = since(before);
        int conflict = indexOfConflict(since);
        assertThat(conflict).as("a conflict that the API server told").isNotNegative();
        assertThat(gated.autoscaler().said()).contains("the object has been modified");
        Passed next = since.subList(conflict + 1, since.size()).stream()
                .filter(one -> one.asked().isScale())
                .findFirst()
                .orElseThrow();
        assertThat(next.asked().method()).isEqualTo("GET");
    }

    @Test
    void writesOnceMoreWhereOnlyTheVersionChanged() {
        once(() -> site.kubectl("annotate", "deployment", pool.name(), "somebody=was-here", "--overwrite")
                .orFail());
        int before = gated.gateway().passed().size();

        pool.ask(1);
        awaitMended();

        List<Passed> since = since(before);
        assertThat(indexOfConflict(since)).isNotNegative();
        assertThat(since.stream()
                        .filter(one -> one.asked().writesScale())
                        .map(one -> one.told().status()))
                .containsExactly(409, 200);
    }

    @Test
    void ridesThroughErrorsOfTheServer() {
        AtomicInteger refusals = new AtomicInteger();
        gated.gateway()
                .obey(asked -> asked.writesScale() && refusals.incrementAndGet() <= 3
                        ? Optional.of(Told.refusal(500, "etcdserver: leader changed"))
                        : Optional.empty());

        pool.ask(1);
        awaitMended();

        assertThat(refusals).hasValueGreaterThanOrEqualTo(3);
        assertThat(gated.autoscaler().said()).contains("etcdserver: leader changed (status 500)");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void waitsAsLongAsItIsTold(int status) {
        AtomicBoolean refused = new AtomicBoolean();
        gated.gateway()
                .obey(asked -> asked.writesScale() && !refused.getAndSet(true)
                        ? Optional.of(Told.refusal(status, "too many requests").retryAfter(WAIT_SECONDS))
                        : Optional.empty());
        int before = gated.gateway().passed().size();

        pool.ask(1);
        awaitMended();

        List<Passed> attempts =
                since(before).stream().filter(one -> one.asked().writesScale()).toList();
        assertThat(attempts.get(0).told().status()).isEqualTo(status);
        assertThat(Duration.ofNanos(attempts.get(1).nanos() - attempts.get(0).nanos()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(WAIT_SECONDS));
    }

    @Test
    void overwritesNobodyOnAnOldReading() throws InterruptedException {
        Told old = lastReading();
        pool.ask(2);
        pool.ask(1);
        awaitMended();
        Told older = withReplicas(old, 1);
        gated.gateway().obey(asked -> asked.readsScale() ? Optional.of(older) : Optional.empty());
        int before = gated.gateway().passed().size();

        pool.ask(2);
        int least = Watched.lowest(pool::asked, Duration.ofSeconds(5));
        int most = Watched.highest(pool::asked, Duration.ofSeconds(1));

        assertThat(List.of(least, most)).containsOnly(2);
        assertThat(since(before).stream().filter(one -> one.asked().writesScale()))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.told().status()).isEqualTo(409));
    }

    @Test
    void goesOnWhereTheServerDoesNotAnswer() throws InterruptedException {
        AtomicBoolean silent = new AtomicBoolean(true);
        gated.gateway().obey(asked -> {
            if (silent.get() && asked.isScale()) {
                Thread.sleep(Duration.ofSeconds(6));
            }
            return Optional.empty();
        });

        pool.ask(1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(gated.autoscaler().said()).contains("no answer within PT2S"));
        assertThat(gated.autoscaler().isLive()).isTrue();
        silent.set(false);

        awaitMended();
    }

    @Test
    void takesNoNonsenseForANumber() throws InterruptedException {
        gated.gateway()
                .obey(asked -> asked.readsScale()
                        ? Optional.of(new Told(200, Map.of(), "<html>a proxy's page</html>"))
                        : Optional.empty());

        pool.ask(1);
        int most = Watched.highest(pool::asked, Duration.ofSeconds(4));

        assertThat(most).isEqualTo(1);
        assertThat(gated.autoscaler().said()).contains("the answer is no JSON");
    }

    /** Has something done right before the next write reaches the server. */
    private void once(Runnable before) {
        AtomicBoolean done = new AtomicBoolean();
        gated.gateway().obey(asked -> {
            if (asked.writesScale() && !done.getAndSet(true)) {
                before.run();
            }
            return Optional.empty();
        });
    }

    private void awaitMended() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pool.asked()).isEqualTo(WANTED));
    }

    private List<Passed> since(int before) {
        List<Passed> passed = gated.gateway().passed();
        return passed.subList(before, passed.size());
    }

    private static int indexOfConflict(List<Passed> calls) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).forwarded()
                    && calls.get(i).told().status() == 409
                    && calls.get(i).asked().writesScale()) {
                return i;
            }
        }
        return -1;
    }

    private Told lastReading() {
        return gated.gateway().passed().reversed().stream()
                .filter(one -> one.asked().readsScale() && one.told().status() == 200)
                .findFirst()
                .orElseThrow()
                .told();
    }

    private static Told withReplicas(Told reading, int replicas) {
        return new Told(
                reading.status(),
                reading.headers(),
                reading.body().replaceFirst("\"spec\":\\{[^}]*}", "\"spec\":{\"replicas\":" + replicas + "}"));
    }
}
