package dev.ponder.local.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.local.launch.MetricsPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class PrometheusFileTest {

    private static final List<MetricsPage> PAGES = List.of(
            new MetricsPage("cache", "cache", "127.0.0.1:1", "/q/metrics"),
            new MetricsPage("reasoner", "reasoner-1", "127.0.0.1:2", "/q/metrics"),
            new MetricsPage("reasoner", "reasoner-2", "127.0.0.1:3", "/q/metrics"),
            new MetricsPage("shard", "shard-1", "127.0.0.1:4", "/metrics"));

    private static final Duration EVERY = Duration.ofSeconds(5);

    @Test
    void makesAJobOfEachKindWithItsRealAddresses() {
        Map<String, Object> file = read(new PrometheusFile(PAGES, "127.0.0.1:9", List.of(), EVERY));

        assertThat(jobs(file))
                .extracting(job -> job.get("job_name"))
                .containsExactly("ponder-cache", "ponder-reasoner", "ponder-shard", "prometheus");
        assertThat(jobs(file).get(1))
                .containsEntry("metrics_path", "/q/metrics")
                .containsEntry(
                        "static_configs",
                        List.of(target("127.0.0.1:2", "reasoner-1"), target("127.0.0.1:3", "reasoner-2")));
        assertThat(jobs(file).get(2)).containsEntry("metrics_path", "/metrics");
        assertThat(file).doesNotContainKey("rule_files");
    }

    @Test
    void namesTheRules() {
        Map<String, Object> file =
                read(new PrometheusFile(PAGES, "127.0.0.1:9", List.of(Path.of("/a b/slo.yaml")), EVERY));

        assertThat(file).containsEntry("rule_files", List.of("/a b/slo.yaml"));
    }

    /** With the release that the rules of the chart's folder ask for. */
    private static Map<String, Object> target(String address, String name) {
        return Map.of("targets", List.of(address), "labels", Map.of("instance", name, "release", "ponder"));
    }

    private static Map<String, Object> read(PrometheusFile file) {
        return new Yaml().load(file.text());
    }

    @SuppressWarnings("unchecked") // the form that the file has, and the assertions read no further
    private static List<Map<String, Object>> jobs(Map<String, Object> file) {
        return (List<Map<String, Object>>) file.getOrDefault("scrape_configs", List.of());
    }
}
