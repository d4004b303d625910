package dev.ponder.dashboards.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.dashboards.panel.Dashboard;
import dev.ponder.dashboards.rule.RuleGroup;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All files that are made, by their path from the top of the repository. Pure. */
public final class MadeFiles {

    /** Where dashboards go. */
    public static final String DASHBOARDS = "helm/ponder/dashboards/";

    /** Where rules go. */
    public static final String RULES = "helm/ponder/rules/";

    private static final String PAGE = "docs/dashboards.md";

    private MadeFiles() {}

    /** Their texts, in the order of their paths. */
    public static Map<String, String> of(List<Dashboard> dashboards, List<RuleGroup> groups) {
        Map<String, String> files = new TreeMap<>();
        dashboards.forEach(one -> files.put(DASHBOARDS + one.uid() + ".json", text(DashboardJson.of(one))));
        groups.forEach(one -> files.put(RULES + one.name() + ".yaml", RuleYaml.of(one)));
        files.put(PAGE, DashboardPage.of(dashboards));
        return files;
    }

    private static String text(ObjectNode json) {
        return json.toPrettyString().replace("\r\n", "\n") + "\n";
    }
}
