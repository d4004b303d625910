package dev.ponder.dashboards.promql;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Some series of one name, of the release that is looked at.
 *
 * @param name as Prometheus has it
 * @param matches what their labels must be
 */
public record Series(String name, List<Match> matches) {

    public Series {
        requireNonNull(name, "name is null");
        matches = List.copyOf(matches);
    }

    /** All series of a name that is not one of our meters: another's, or a recording's. */
    public static Series named(String name) {
        return new Series(name, List.of());
    }

    /** Those of them that fit this too. */
    public Series where(Match match) {
        return new Series(
                name, Stream.concat(matches.stream(), Stream.of(match)).toList());
    }

    /** Their last values. */
    public Expr last() {
        return new Expr(promql());
    }

    /** 1 where there is none of them, with the labels that they must have had; nothing where there are some. */
    public Expr absent() {
        return new Expr("absent(" + promql() + ")");
    }

    /** How fast counters grow, a second. */
    public Expr rate(Window window) {
        return new Expr("rate(" + promql() + "[" + window.promql() + "])");
    }

    /** How far counters grew. */
    public Expr increase(Window window) {
        return new Expr("increase(" + promql() + "[" + window.promql() + "])");
    }

    private String promql() {
        return Stream.concat(matches.stream(), Stream.of(Match.is(Release.LABEL, Release.CHOSEN)))
                .map(Match::promql)
                .collect(Collectors.joining(",", name + "{", "}"));
    }
}
