package dev.ponder.cluster.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ponder.cluster.parts.Autoscaler;
import dev.ponder.cluster.parts.Pool;
import dev.ponder.cluster.parts.Watched;
import dev.ponder.cluster.site.Site;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.result.Result;
import dev.ponder.local.launch.Checkout;
import dev.ponder.local.launch.LaunchException;
import dev.ponder.local.launch.MetricsPage;
import dev.ponder.local.launch.ProcessTree;
import dev.ponder.local.launch.Stack;
import dev.ponder.local.launch.StackExtras;
import dev.ponder.local.launch.StackLauncher;
import dev.ponder.local.launch.StackSettings;
import dev.ponder.mechanics.time.Ticker;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.TestReporter;

/**
 * Requests on a real broker, thought about by as many reasoners as a pool of the cluster has ready pods, the number of which our scaler
 * decides. Broker, router, cache, reasoners and autoscaler are processes; only the GPU is simulated. One thread.
 */
final class Journey implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MOST = 3;
    private static final int REQUESTS = 24;
    private static final String TOKENS = "150";
    /** The shards' pace is what a replica is told to have, so that the law has little to learn. */
    private static final List<String> SHARD =
            List.of("--brain", "synthetic", "--itl-base-ms", "15", "--itl-per-sequence-ms", "0.2");

    private final Site site;
    private final Pool pool;
    private final ProcessTree tree;
    private final Stack stack;
    private final Crew crew;
    private final Asker asker;
    private final SharedPage page;
    private final Autoscaler autoscaler;

    private Journey(Pool pool, ProcessTree tree, Stack stack, Crew crew, SharedPage page, Autoscaler autoscaler) {
        this.site = pool.site();
        this.pool = pool;
        this.tree = tree;
        this.stack = stack;
        this.crew = crew;
        this.asker = new Asker(stack.bootstrap());
        this.page = page;
        this.autoscaler = autoscaler;
    }

    /**
     * Starts everything; the reasoners have ended when it returns, and the pool sleeps.
     *
     * @param writes whether our own loop writes the scale; else KEDA shall
     */
    static Journey start(Site site, String name, boolean writes)
            throws IOException, InterruptedException, LaunchException {
        Pool pool = new Pool(site, "main");
        pool.lay(0);
        Ticker ticker = Ticker.system();
        ProcessTree tree = ProcessTree.plant(ticker);
        StackExtras extras = new StackExtras(Map.of(), Map.of("reasoner.slots", "2"), SHARD);
        StackSettings settings = StackSettings.DEFAULT.withReasoners(MOST).withExtras(extras);
        Stack stack = new StackLauncher(Checkout.current(), tree, ticker, _ -> {}).start(settings);
        List<String> reasoners = stack.parts().stream()
                .filter(part -> part.startsWith("reasoner"))
                .toList();
        for (String one : reasoners) {
            stack.terminate(one);
        }
        SharedPage page = SharedPage.open(stack.metricsPages().stream()
                .filter(served -> served.kind().equals("reasoner"))
                .map(MetricsPage::address)
                .toList());
        Map<String, String> keys = new HashMap<>(pool.keys(MOST, page.address(), writes));
        keys.putAll(Map.of(
                "autoscaler.pools.main.group", "ponder-reasoner",
                "autoscaler.pools.main.hold", "3s",
                "autoscaler.pools.main.cold-start", "5s",
                "autoscaler.pools.main.replica.slots", "2",
                "autoscaler.pools.main.classes.standard.input-tokens", "20",
                "autoscaler.pools.main.classes.standard.output-tokens", TOKENS));
        Autoscaler autoscaler = Autoscaler.start(site.cluster().folder(), name, stack.bootstrap(), keys);
        await().atMost(PATIENCE).until(autoscaler::isLive);
        return new Journey(pool, tree, stack, new Crew(pool, stack, reasoners), page, autoscaler);
    }

    Pool pool() {
        return pool;
    }

    int port() {
        return autoscaler.grpcPort();
    }

    void sleepsWhileNobodyAsks() throws InterruptedException {
        assertThat(Watched.highest(pool::asked, Duration.ofSeconds(5))).isZero();
        assertThat(crew.started()).isZero();
    }

    void wakesForTheFirstRequestAndAnswersIt(TestReporter reporter, String figure) throws InterruptedException {
        long asked = System.nanoTime();
        asker.ask("first", "Say tokens=" + TOKENS);

        await().pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pool.asked()).isPositive());
        reporter.publishEntry(figure + "_wake_s", Double.toString((System.nanoTime() - asked) / 1e9));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(asker.results()).containsKey("first"));
        reporter.publishEntry(figure + "_first_answer_s", Double.toString((System.nanoTime() - asked) / 1e9));
    }

    void growsToWhatManyRequestsNeed() throws InterruptedException {
        for (String id : ids()) {
            asker.ask(id, "Say tokens=" + TOKENS);
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(pool.ready()).hasSize(MOST));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(crew.most()).isEqualTo(MOST));
    }

    void answersEachRequestOnceAndLosesNone() throws Exception {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(asker.results().keySet()).containsAll(ids()));

        assertThat(asker.results().values()).noneMatch(Result::isError);
        assertThat(asker.doubled()).isEmpty();
    }

    void goesBackToNone(TestReporter reporter, String figure) {
        long done = System.nanoTime();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(pool.asked()).isZero();
            assertThat(pool.ready()).isEmpty();
        });
        reporter.publishEntry(figure + "_back_to_none_s", Double.toString((System.nanoTime() - done) / 1e9));
    }

    void endsAReasonerForEachReplicaThatWent() throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(crew.ended()).isEqualTo(crew.started()));

        assertThat(crew.started()).isGreaterThanOrEqualTo(MOST);
        assertThat(asker.results()).hasSize(REQUESTS + 1);
        assertThat(asker.doubled()).isEmpty();
        stack.check();
    }

    void answersAgainAfterItSlept() throws InterruptedException {
        asker.ask("again", "Say tokens=" + TOKENS);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(asker.results()).containsKey("again"));
    }

    /** A third turn within ten minutes is barred; then it stays, and its decisions say so. */
    void sleepsAgainOrSaysWhyItMayNotYet() {
        // The last line may be half written.
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(JsonProcessingException.class)
                .untilAsserted(() -> {
                    if (pool.asked() > 0) {
                        assertThat(lastReason()).startsWith("hold: it has turned within ten minutes");
                    }
                });
    }

    private String lastReason() throws IOException {
        List<String> decided = Files.readAllLines(autoscaler.decisions());
        return Json.mapper()
                .readTree(decided.getLast())
                .path("decided")
                .path("reasons")
                .path(0)
                .asText();
    }

    void tellsWhyReplicasCameAndWent() throws Exception {
        Explanation told = Explanation.of(autoscaler.decisions(), site.cluster().folder());

        assertThat(told.exit()).as(told.text()).isZero();
        assertThat(told.metric("changes")).isGreaterThanOrEqualTo(4);
        assertThat(told.metric("replayed_otherwise")).isZero();
        assertThat(told.metric("unreadable_lines")).isZero();
        assertThat(told.text()).contains("replicas");
        assertThat(told.figures().path("rows"))
                .anySatisfy(row -> assertThat(row.path("reasons")).isNotEmpty());
    }

    void wentToAndFroNoMoreThanTheLoadDid() throws Exception {
        Explanation told = Explanation.of(autoscaler.decisions(), site.cluster().folder());

        // Up and down for the crowd, up and down for the last one.
        assertThat(told.reversals()).as(told.text()).isLessThanOrEqualTo(5);
    }

    private static List<String> ids() {
        return IntStream.range(0, REQUESTS).mapToObj(i -> "many-" + i).toList();
    }

    @Override
    public void close() {
        crew.close();
        asker.close();
        autoscaler.close();
        page.close();
        stack.close();
        tree.close();
    }
}
