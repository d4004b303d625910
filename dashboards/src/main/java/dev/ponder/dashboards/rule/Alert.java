package dev.ponder.dashboards.rule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody is to do something about.
 *
 * @param name begins with Ponder; its runbook and its test are called so too
 * @param severity whom it reaches
 * @param lasts for how long it must hold
 * @param when all that must hold at once, over the same labels
 * @param summary what is wrong, in a line; may quote labels as Prometheus' templates do
 */
public record Alert(String name, Severity severity, Duration lasts, List<Comparison> when, String summary) {

    private static final Pattern NAME = Pattern.compile("Ponder[A-Z][A-Za-z]+");

    public Alert {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name is not of the form PonderSomethingIsWrong: " + name);
        }
        requireNonNull(severity, "severity is null");
        requireNonNull(lasts, "lasts is null");
        when = List.copyOf(when);
        if (when.isEmpty() || summary.isBlank()) {
            throw new IllegalArgumentException("an alert compares something and says what is wrong: " + name);
        }
    }

    /** When it fires, as PromQL. */
    public String promql() {
        return when.stream().map(Comparison::promql).collect(Collectors.joining(" and "));
    }

    /** Where what to do about it stands, from the top of the repository. */
    public String runbook() {
        return "docs/runbooks/" + name + ".md";
    }
}
