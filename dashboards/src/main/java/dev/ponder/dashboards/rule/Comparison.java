package dev.ponder.dashboards.rule;

import static java.util.Objects.requireNonNull;

import dev.ponder.dashboards.promql.Expr;
import dev.ponder.dashboards.promql.Numbers;
import dev.ponder.dashboards.promql.Release;

/**
 * A figure beside a bound.
 *
 * @param left the figure of the release that rules look at; must be there while all is well too, or nobody would notice that it has gone
 * @param sign how they must stand to each other
 * @param right the bound
 */
public record Comparison(Expr left, Sign sign, double right) {

    public Comparison {
        left = requireNonNull(left, "left is null").of(Release.OF_RULES);
        requireNonNull(sign, "sign is null");
    }

    /** More than the bound. */
    public static Comparison above(Expr left, double right) {
        return new Comparison(left, Sign.ABOVE, right);
    }

    /** Less than the bound. */
    public static Comparison below(Expr left, double right) {
        return new Comparison(left, Sign.BELOW, right);
    }

    /** As PromQL, in parentheses. */
    String promql() {
        return "((" + left.promql() + ") " + sign.promql + " " + Numbers.plain(right) + ")";
    }

    /** How a figure must stand to its bound. */
    public enum Sign {
        ABOVE(">"),
        BELOW("<");

        private final String promql;

        Sign(String promql) {
            this.promql = promql;
        }
    }
}
