package dev.ponder.bench.dashboards;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What Prometheus is told.
 *
 * @param pages by job, whom it asks
 * @param paths by job, where; {@code /q/metrics} where there is none
 * @param rules files of rules
 */
record ScrapeFile(Map<String, List<String>> pages, Map<String, String> paths, List<Path> rules) {

    private static final String USUAL = "/q/metrics";

    String text() {
        StringBuilder text = new StringBuilder("global: {scrape_interval: 2s, evaluation_interval: 2s}\n");
        text.append("rule_files: [")
                .append(rules.stream().map(file -> "'" + file + "'").collect(Collectors.joining(", ")))
                .append("]\nscrape_configs:\n");
        pages.forEach((job, targets) -> text.append("  - job_name: ")
                .append(job)
                .append("\n    metrics_path: ")
                .append(paths.getOrDefault(job, USUAL))
                .append("\n    static_configs: [{targets: [")
                .append(targets.stream().map(one -> "'" + one + "'").collect(Collectors.joining(", ")))
                .append("]}]\n"));
        return text.toString();
    }
}
