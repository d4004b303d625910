package dev.ponder.dashboards.panel;

import static java.util.Objects.requireNonNull;

import dev.ponder.dashboards.panel.Threshold.Colour;
import java.util.List;

/**
 * How figures of a panel are read.
 *
 * @param unit in what they are
 * @param thresholds lowest first, one at least
 */
public record Scale(Unit unit, List<Threshold> thresholds) {

    public Scale {
        requireNonNull(unit, "unit is null");
        thresholds = List.copyOf(thresholds);
        for (int i = 2; i < thresholds.size(); i++) {
            if (thresholds.get(i).from() <= thresholds.get(i - 1).from()) {
                throw new IllegalArgumentException("thresholds do not rise: " + thresholds);
            }
        }
        if (thresholds.isEmpty()) {
            throw new IllegalArgumentException("thresholds are none");
        }
    }

    /** Neither good nor bad. */
    public static Scale of(Unit unit) {
        return new Scale(unit, List.of(new Threshold(0, Colour.PLAIN)));
    }

    /** Good below the first value, bad from the second on. */
    public static Scale lowIsGood(Unit unit, double doubtful, double bad) {
        return new Scale(
                unit,
                List.of(
                        new Threshold(0, Colour.GOOD),
                        new Threshold(doubtful, Colour.DOUBTFUL),
                        new Threshold(bad, Colour.BAD)));
    }

    /** Bad below the first value, good from the second on. */
    public static Scale highIsGood(Unit unit, double doubtful, double good) {
        return new Scale(
                unit,
                List.of(
                        new Threshold(0, Colour.BAD),
                        new Threshold(doubtful, Colour.DOUBTFUL),
                        new Threshold(good, Colour.GOOD)));
    }
}
