package dev.ponder.local.observe;

import static dev.ponder.local.observe.YamlText.map;

import dev.ponder.local.launch.MetricsPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What Prometheus is told: where the services of one stack really serve their meters, and which rules it shall keep.
 *
 * @param pages the meters of the stack
 * @param self where it serves itself, as {@code host:port}
 * @param rules files of recording rules and alerts
 * @param every how often pages are read and rules evaluated, in whole seconds
 */
record PrometheusFile(List<MetricsPage> pages, String self, List<Path> rules, Duration every) {

    private static final String JOB = "ponder-";
    /** Whose series the rules ask for, as they stand in the chart's folder. */
    private static final String RELEASE = "ponder";

    PrometheusFile {
        pages = List.copyOf(pages);
        rules = List.copyOf(rules);
    }

    String text() {
        List<Object> jobs = new ArrayList<>();
        pages.stream().map(MetricsPage::kind).distinct().forEach(kind -> jobs.add(job(kind)));
        jobs.add(map("job_name", "prometheus", "static_configs", List.of(map("targets", List.of(self)))));
        Map<String, Object> file = map("global", map("scrape_interval", seconds(), "evaluation_interval", seconds()));
        if (!rules.isEmpty()) {
            file.put("rule_files", rules.stream().map(Path::toString).toList());
        }
        file.put("scrape_configs", jobs);
        return YamlText.of(file);
    }

    private String seconds() {
        return every.toSeconds() + "s";
    }

    /** One job a kind of service, as in a cluster; an instance is called as its log is. */
    private Map<String, Object> job(String kind) {
        List<MetricsPage> own =
                pages.stream().filter(page -> page.kind().equals(kind)).toList();
        return map(
                "job_name",
                JOB + kind,
                "metrics_path",
                own.getFirst().path(),
                "static_configs",
                own.stream()
                        .map(page -> map(
                                "targets",
                                List.of(page.address()),
                                "labels",
                                map("instance", page.name(), "release", RELEASE)))
                        .toList());
    }
}
