package dev.ponder.dashboards.file;

import dev.ponder.dashboards.promql.Release;
import dev.ponder.dashboards.rule.Alert;
import dev.ponder.dashboards.rule.Recording;
import dev.ponder.dashboards.rule.RuleGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A group of rules as Prometheus reads it. Pure. */
final class RuleYaml {

    private static final int WIDE = 100_000;

    private RuleYaml() {}

    static String of(RuleGroup group) {
        List<Map<String, Object>> rules = new ArrayList<>();
        group.recordings().forEach(one -> rules.add(recording(one)));
        group.alerts().forEach(one -> rules.add(alert(one)));
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("name", group.name());
        written.put("rules", rules);
        return yaml().dump(Map.of("groups", List.of(written)));
    }

    private static Yaml yaml() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setIndent(2);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setWidth(WIDE);
        return new Yaml(options);
    }

    private static Map<String, Object> recording(Recording one) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("record", one.name());
        rule.put("expr", one.expr().promql());
        rule.put("labels", labels(one.labels()));
        return rule;
    }

    private static Map<String, Object> alert(Alert one) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("alert", one.name());
        rule.put("expr", one.promql());
        if (!one.lasts().isZero()) {
            rule.put("for", promql(one.lasts()));
        }
        rule.put("labels", labels(Map.of("severity", one.severity().label())));
        Map<String, Object> annotations = new LinkedHashMap<>();
        annotations.put("summary", one.summary());
        annotations.put("runbook_url", one.runbook());
        rule.put("annotations", annotations);
        return rule;
    }

    /** Whose rule it is stands on all that it says: aggregations leave it out, and whoever reads several releases' alerts must know. */
    private static Map<String, String> labels(Map<String, String> own) {
        Map<String, String> all = new TreeMap<>(own);
        all.put(Release.LABEL, Release.OF_RULES);
        return all;
    }

    private static String promql(Duration lasts) {
        return lasts.toSeconds() % 60 == 0 ? lasts.toMinutes() + "m" : lasts.toSeconds() + "s";
    }
}
