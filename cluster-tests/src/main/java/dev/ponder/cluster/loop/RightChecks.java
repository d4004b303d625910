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
import dev.ponder.local.launch.LaunchException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An autoscaler with a ServiceAccount's token: the rights that its README names are enough, and each of them is needed. */
@OnCluster
@Order(5)
@SuppressWarnings("NullAway.Init") // start() sets the fields before any check
final class RightChecks {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MUCH = 20;

    private final Site site;
    private final Pool pool;
    private Broker broker;
    private Page page;

    RightChecks(Site site) {
        this.site = site;
        this.pool = new Pool(site, "bound");
    }

    @BeforeAll
    void start() throws Exception {
        page = Page.open();
        broker = Broker.start(site.cluster().folder());
        broker.lay(pool.name());
        pool.lay(0);
    }

    @AfterAll
    void stop() {
        page.close();
        broker.close();
    }

    @Test
    @Order(1)
    void needsNoMoreThanItsReadmeNames() throws Exception {
        Account account = new Account(site, "least");
        account.lay(Account.RIGHTS);
        try (Autoscaler autoscaler = autoscaler(account)) {
            broker.write(pool.name(), MUCH);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(pool.ready()).hasSize(3));
            broker.finish(pool.name(), MUCH);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(pool.asked()).isZero());

            assertThat(autoscaler.said()).doesNotContain("forbidden", "Forbidden");
        }
    }

    @Test
    @Order(2)
    void mayDoNothingElse() {
        Account account = new Account(site, "least");

        assertThat(account.may("update", "deployments.apps --subresource=scale"))
                .isTrue();
        assertThat(Stream.of("secrets", "configmaps", "deployments.apps", "nodes")
                        .filter(kind -> account.may("get", kind) || account.may("patch", kind)))
                .isEmpty();
        assertThat(account.may("delete", "pods")).isFalse();
    }

    @ParameterizedTest
    @Order(3)
    @CsvSource({
        "0, deployments/scale, get, cannot get resource \"deployments/scale\"",
        "1, deployments/scale, update, cannot update resource \"deployments/scale\"",
        "2, leases, get, cannot get resource \"leases\""
    })
    void saysWhichRightItLacks(int number, String resource, String verb, String said) throws Exception {
        Account account = new Account(site, "lacks-" + number);
        account.lay(Account.RIGHTS.stream()
                .map(rule -> rule.contains(resource) ? without(rule, verb) : rule)
                .toList());
        try (Autoscaler autoscaler = autoscaler(account)) {
            pool.ask(1);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(autoscaler.said()).contains(said));
            assertThat(Watched.lowest(pool::asked, Duration.ofSeconds(3))).isEqualTo(1);
        }
    }

    @Test
    @Order(4)
    void saysInItsDecisionsThatItMayNotSeeThePods() throws Exception {
        Account account = new Account(site, "blind");
        account.lay(Account.RIGHTS.stream()
                .map(rule -> rule.contains("pods") ? without(rule, "list") : rule)
                .toList());
        try (Autoscaler autoscaler = autoscaler(account)) {
            Supplier<String> decided = () -> String.join("\n", autoscaler.decided());

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(decided.get()).contains("cannot list resource \\\"pods\\\""));
        }
    }

    private Autoscaler autoscaler(Account account) throws IOException, LaunchException {
        Path folder = site.cluster().folder();
        Map<String, String> keys = new HashMap<>(pool.keys(3, page.address(), true));
        keys.put(
                "autoscaler.cluster.kubeconfig",
                account.kubeconfig(folder, site.client().getMasterUrl().toString())
                        .toString());
        keys.put("autoscaler.cluster.lease.name", account.name());
        return Autoscaler.start(folder, "rights-" + account.name(), broker.bootstrap(), keys);
    }

    private static String without(String rule, String verb) {
        List<String> verbs = List.of(
                rule.replaceAll(".*verbs: \\[", "").replaceAll("].*", "").split(", "));
        String left = String.join(
                ", ", verbs.stream().filter(one -> !one.equals(verb)).toList());
        return rule.replaceAll("verbs: \\[.*]", "verbs: [" + left + "]");
    }
}
