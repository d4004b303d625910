package dev.ponder.bench.dashboards;

import dev.ponder.dashboards.Everything;
import dev.ponder.dashboards.panel.Dashboard;
import dev.ponder.dashboards.panel.Placed;
import dev.ponder.dashboards.panel.Query;
import dev.ponder.dashboards.promql.Expr;
import dev.ponder.dashboards.promql.Release;
import dev.ponder.dashboards.rule.Alert;
import dev.ponder.dashboards.rule.Comparison;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that must have data.
 *
 * @param where whose query it is, for whoever mends it
 * @param promql as Prometheus takes it
 */
record Question(String where, String promql) {

    /** What Grafana would put in: four times the pace of scraping at least, and what is shown. */
    private static final String RATE = "30s";

    private static final String SHOWN = "5m";

    /** All queries of all dashboards. */
    static List<Question> ofDashboards() {
        List<Question> all = new ArrayList<>();
        for (Dashboard dashboard : Everything.dashboards()) {
            for (Placed placed : dashboard.panels()) {
                String where = dashboard.uid() + ": " + placed.panel().words().title();
                for (Query query : placed.panel().queries()) {
                    all.add(new Question(where + ": " + query.legend(), filled(query.expr())));
                }
            }
        }
        return all;
    }

    /** The left side of all that all alerts compare, and what they miss where it is not there. */
    static List<Question> ofAlerts() {
        List<Question> all = new ArrayList<>();
        for (Alert alert : Everything.alerts()) {
            for (Comparison one : alert.when()) {
                all.add(new Question(alert.name(), one.left().promql()));
            }
            alert.missed().forEach(one -> all.add(new Question(alert.name(), filled(one.last()))));
        }
        return all;
    }

    private static String filled(Expr expr) {
        return expr.of(Release.OF_RULES)
                .promql()
                .replace("$__rate_interval", RATE)
                .replace("$__range", SHOWN);
    }
}
