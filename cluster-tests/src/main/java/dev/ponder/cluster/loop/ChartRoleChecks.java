package dev.ponder.cluster.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ponder.cluster.parts.Autoscaler;
import dev.ponder.cluster.parts.Broker;
import dev.ponder.cluster.parts.Page;
import dev.ponder.cluster.parts.Pool;
import dev.ponder.cluster.site.OnCluster;
import dev.ponder.cluster.site.Site;
import dev.ponder.local.launch.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The Role that the chart lays, narrowed to names, in the hands of a real autoscaler. */
@OnCluster
@Order(7)
@SuppressWarnings("NullAway.Init") // start() sets the fields before any check
final class ChartRoleChecks {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MUCH = 20;

    private final Site site;
    /** As the chart calls the pool {@code main} of its release {@code r}. */
    private final Pool pool;

    private final Account account;
    private Broker broker;
    private Page page;

    ChartRoleChecks(Site site) {
        this.site = site;
        this.pool = new Pool(site, "r-ponder-reasoner-main");
        this.account = new Account(site, "r-ponder-autoscaler");
    }

    @BeforeAll
    void start() throws Exception {
        Path chart = Checkout.current().root().resolve("helm/ponder");
        assumeTrue(Files.isDirectory(chart), "this checkout has no chart");
        site.apply(site.helm(
                                "template",
                                "r",
                                chart.toString(),
                                "--values",
                                chart.resolve("ci/minimal.yaml").toString(),
                                "--show-only",
                                "templates/autoscaler/rights.yaml")
                        .orFail())
                .orFail();
        page = Page.open();
        broker = Broker.start(site.cluster().folder());
        broker.lay(pool.name());
        pool.lay(0);
    }

    @AfterAll
    void stop() {
        if (broker != null) {
            broker.close();
            page.close();
        }
    }

    @Test
    void isEnoughToScaleUpAndDown() throws Exception {
        Path folder = site.cluster().folder();
        Map<String, String> keys = pool.keys(3, page.address(), true);
        keys.put("autoscaler.cluster.lease.name", account.name());
        keys.put(
                "autoscaler.cluster.kubeconfig",
                account.kubeconfig(folder, site.client().getMasterUrl().toString())
                        .toString());
        try (Autoscaler autoscaler = Autoscaler.start(folder, "chart-role", broker.bootstrap(), keys)) {
            broker.write(pool.name(), MUCH);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(pool.ready()).hasSize(3));
            broker.finish(pool.name(), MUCH);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(pool.asked()).isZero());

            assertThat(autoscaler.said()).doesNotContainIgnoringCase("forbidden");
        }
    }

    @Test
    void reachesNoOtherDeploymentAndNoOtherLease() {
        assertThat(account.may("update", "deployments.apps/" + pool.name() + " --subresource=scale"))
                .isTrue();
        assertThat(account.may("update", "deployments.apps/another --subresource=scale"))
                .isFalse();
        assertThat(account.may("update", "leases.coordination.k8s.io/another")).isFalse();
        assertThat(account.may("get", "secrets")).isFalse();
    }
}
