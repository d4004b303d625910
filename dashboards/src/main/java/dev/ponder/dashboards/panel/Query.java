package dev.ponder.dashboards.panel;

import static java.util.Objects.requireNonNull;

import dev.ponder.dashboards.promql.Expr;

/**
 * What is asked, and what the answer's series are called.
 *
 * @param expr what is asked
 * @param legend with tags in double braces; a plain word where there is one series
 */
public record Query(Expr expr, String legend) {

    public Query {
        requireNonNull(expr, "expr is null");
        requireNonNull(legend, "legend is null");
    }
}
