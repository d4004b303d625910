package dev.ponder.cluster.run;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One check and what it came to.
 *
 * @param group what it belongs to
 * @param name what it says
 * @param outcome whether it holds
 * @param took how long it took
 * @param figures what it measured on the way, by name
 */
record Checked(Group group, String name, Outcome outcome, Duration took, Map<String, Double> figures) {

    Checked {
        requireNonNull(group, "group is null");
        requireNonNull(name, "name is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(took, "took is null");
        figures = new LinkedHashMap<>(figures);
    }

    /** Its line for a terminal; a reason stands below it. */
    String line() {
        StringBuilder line = new StringBuilder("%-8s %-8s %s".formatted(outcome.word(), group.word(), name));
        if (!(outcome instanceof Outcome.Skipped)) {
            line.append(" (%.1f s%s)".formatted(took.toMillis() / 1e3, shownFigures()));
        }
        outcome.reason()
                .lines()
                .forEach(reason -> line.append(System.lineSeparator())
                        .append("             ")
                        .append(reason));
        return line.toString();
    }

    private String shownFigures() {
        StringBuilder shown = new StringBuilder();
        figures.forEach((figure, value) -> shown.append(", %s %.2f".formatted(figure, value)));
        return shown.toString();
    }

    /** Its row in the report. */
    Map<String, Object> row() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", group.word() + ": " + name);
        row.put("outcome", outcome.word());
        row.put("seconds", took.toMillis() / 1e3);
        row.putAll(figures);
        if (!outcome.reason().isEmpty()) {
            row.put("why", outcome.reason());
        }
        return row;
    }
}
