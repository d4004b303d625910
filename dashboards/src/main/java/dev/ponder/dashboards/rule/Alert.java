package dev.ponder.dashboards.rule;

import static java.util.Objects.requireNonNull;

import dev.ponder.dashboards.promql.Release;
import dev.ponder.dashboards.promql.Series;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody is to do something about.
 *
 * @param name begins with Ponder; its runbook and its test are called so too
 * @param severity whom it reaches
 * @param lasts for how long it must hold
 * @param when all that must hold at once, over the same labels; may be empty where something is missed
 * @param missed fires also where one of these is not there at all, as nothing is of which no target is known, and comparisons are silent then
 * @param summary what is wrong, in a line; may quote labels as Prometheus' templates do
 */
public record Alert(
        String name, Severity severity, Duration lasts, List<Comparison> when, List<Series> missed, String summary) {

    private static final Pattern NAME = Pattern.compile("Ponder[A-Z][A-Za-z]+");

    public Alert {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name is not of the form PonderSomethingIsWrong: " + name);
        }
        requireNonNull(severity, "severity is null");
        requireNonNull(lasts, "lasts is null");
        when = List.copyOf(when);
        missed = List.copyOf(missed);
        if ((when.isEmpty() && missed.isEmpty()) || summary.isBlank()) {
            throw new IllegalArgumentException("an alert compares or misses something and says what is wrong: " + name);
        }
    }

    /** One that misses nothing. */
    public Alert(String name, Severity severity, Duration lasts, List<Comparison> when, String summary) {
        this(name, severity, lasts, when, List.of(), summary);
    }

    /** When it fires, as PromQL. */
    public String promql() {
        Stream<String> compared = when.isEmpty()
                ? Stream.of()
                : Stream.of(when.stream().map(Comparison::promql).collect(Collectors.joining(" and ")));
        return Stream.concat(
                        compared,
                        missed.stream()
                                .map(one -> one.absent().of(Release.OF_RULES).promql()))
                .collect(Collectors.joining(" or "));
    }

    /** Where what to do about it stands, from the top of the repository. */
    public String runbook() {
        return "docs/runbooks/" + name + ".md";
    }
}
