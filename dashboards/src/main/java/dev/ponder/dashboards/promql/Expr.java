package dev.ponder.dashboards.promql;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A query, or a part of one. What is made of others stands in parentheses, so that no part is read differently than it was meant.
 *
 * @param promql the text
 */
public record Expr(String promql) {

    public Expr {
        if (promql.isBlank()) {
            throw new IllegalArgumentException("promql is blank");
        }
    }

    /** A number, without labels. */
    public static Expr constant(double number) {
        return new Expr("vector(" + Numbers.plain(number) + ")");
    }

    /** Adds up, keeping these tags apart; none for one number. */
    public Expr sum(String... tags) {
        return aggregate("sum", tags);
    }

    /** The largest, likewise. */
    public Expr max(String... tags) {
        return aggregate("max", tags);
    }

    /** The smallest, likewise. */
    public Expr min(String... tags) {
        return aggregate("min", tags);
    }

    /** The mean, likewise. */
    public Expr avg(String... tags) {
        return aggregate("avg", tags);
    }

    private Expr aggregate(String how, String... tags) {
        String by = tags.length == 0 ? "" : " by (" + labels(tags) + ")";
        return new Expr(how + by + " (" + promql + ")");
    }

    /** This over another one of the same tags. */
    public Expr over(Expr other) {
        return new Expr(inner() + " / " + other.inner());
    }

    /** Each of this over one number. */
    public Expr overWhole(Expr number) {
        return new Expr(inner() + " / on () group_left () " + number.inner());
    }

    /** The sum of both. */
    public Expr plus(Expr other) {
        return new Expr(inner() + " + " + other.inner());
    }

    /** What is left of this without the other. */
    public Expr minus(Expr other) {
        return new Expr(inner() + " - " + other.inner());
    }

    /** So many times this. */
    public Expr times(double factor) {
        return new Expr(inner() + " * " + Numbers.plain(factor));
    }

    /** This times another one of the same tags. */
    public Expr times(Expr other) {
        return new Expr(inner() + " * " + other.inner());
    }

    /** What is left of one without this. */
    public Expr rest() {
        return new Expr("1 - " + inner());
    }

    /** This, and 0 where there is nothing. */
    public Expr orZero() {
        return new Expr(inner() + " or vector(0)");
    }

    /** This, and the other where this has none. */
    public Expr or(Expr other) {
        return new Expr(inner() + " or " + other.inner());
    }

    /** This while the other lies within bounds, the upper one not part of them. */
    public Expr whileWithin(Expr other, double from, double to) {
        return new Expr(
                inner() + " and (" + other.inner() + " >= " + Numbers.plain(from) + " < " + Numbers.plain(to) + ")");
    }

    /** Without what is infinite or no number, as a ratio to nothing is. */
    public Expr finite() {
        return new Expr(inner() + " < Inf");
    }

    /** The mean over the time that is shown. */
    public Expr meanOverShown() {
        return new Expr("avg_over_time(" + inner() + "[$__range:])");
    }

    /** The same with one more label. */
    public Expr labelled(String label, String value) {
        return new Expr("label_replace(" + promql + ", \"" + label + "\", \"" + value + "\", \"\", \"\")");
    }

    /** The same of a release by its name. */
    public Expr of(String release) {
        return new Expr(promql.replace(Release.CHOSEN, release));
    }

    private String inner() {
        return promql.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == ':')
                ? promql
                : "(" + promql + ")";
    }

    private static String labels(String... tags) {
        return Arrays.stream(tags).map(Names::label).collect(Collectors.joining(", "));
    }
}
