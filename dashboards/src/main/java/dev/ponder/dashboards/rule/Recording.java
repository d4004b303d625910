package dev.ponder.dashboards.rule;

import static java.util.Objects.requireNonNull;

import dev.ponder.dashboards.promql.Expr;
import dev.ponder.dashboards.promql.Release;
import dev.ponder.dashboards.promql.Series;
import java.util.Map;
import java.util.TreeMap;

/**
 * A query whose answer is kept under a name.
 *
 * @param name with colons, as Prometheus' rules have it
 * @param labels that its series get besides
 * @param expr what is asked of the release that rules look at
 */
public record Recording(String name, Map<String, String> labels, Expr expr) {

    public Recording {
        if (!name.startsWith("ponder:")) {
            throw new IllegalArgumentException("name does not begin with ponder: " + name);
        }
        labels = new TreeMap<>(labels);
        expr = requireNonNull(expr, "expr is null").of(Release.OF_RULES);
    }

    /** Without more labels. */
    public Recording(String name, Expr expr) {
        this(name, Map.of(), expr);
    }

    /** What it keeps. */
    public Series series() {
        return Series.named(name);
    }
}
