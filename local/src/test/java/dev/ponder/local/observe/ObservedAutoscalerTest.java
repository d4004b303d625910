package dev.ponder.local.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.local.launch.MetricsPage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObservedAutoscalerTest {

    private static final List<MetricsPage> PAGES = List.of(
            new MetricsPage("router", "router", "127.0.0.1:1", "/q/metrics"),
            new MetricsPage("reasoner", "reasoner-1", "127.0.0.1:2", "/q/metrics"),
            new MetricsPage("reasoner", "reasoner-2", "127.0.0.1:3", "/q/metrics"),
            new MetricsPage("shard", "shard-1", "127.0.0.1:4", "/metrics"));

    @Test
    void countsReasonersByTheirPagesAndWritesNowhere() {
        Map<String, String> settings = ObservedAutoscaler.settings("127.0.0.1:9", PAGES);

        assertThat(settings)
                .containsEntry("kafka.bootstrap.servers", "127.0.0.1:9")
                .containsEntry("autoscaler.pools.main.replicas", "pages")
                .containsEntry(
                        "autoscaler.pools.main.reasoners", "http://127.0.0.1:2/q/metrics,http://127.0.0.1:3/q/metrics")
                .containsEntry("autoscaler.pools.main.shards", "http://127.0.0.1:4/metrics");
        assertThat(settings.keySet()).noneMatch(key -> key.contains(".target.") || key.contains(".cluster."));
    }

    /** The pages of money compare the first two offers by name. */
    @Test
    void hasAPriceAndTwoOffersToCompare() {
        assertThat(ObservedAutoscaler.settings("127.0.0.1:9", PAGES).keySet())
                .contains("autoscaler.pools.main.price")
                .filteredOn(key -> key.endsWith(".replica-hour"))
                .hasSize(2);
    }
}
