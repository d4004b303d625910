package dev.ponder.bench.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A baseline, a variant or ours, with its figures.
 *
 * @param name what was measured
 * @param figures plain numbers by name, in the order in which they are shown
 */
public record Row(String name, Map<String, Double> figures) {

    public Row {
        figures = new LinkedHashMap<>(figures);
    }

    /** Starts a row without figures. */
    public static Row named(String name) {
        return new Row(name, Map.of());
    }

    /** One of its figures; throws where it has none of that name. */
    public double figure(String figure) {
        return Optional.ofNullable(figures.get(figure))
                .orElseThrow(() -> new IllegalArgumentException(name + " has no " + figure));
    }

    /** The same row with one more figure. */
    public Row with(String figure, double value) {
        Map<String, Double> more = new LinkedHashMap<>(figures);
        more.put(figure, value);
        return new Row(name, more);
    }

    /**
     * Some of its figures for people, as far as it has them.
     *
     * @param shownAs what the row is called then
     * @param names of the figures, by what they are called then, in the order in which they are shown
     */
    public Row inShort(String shownAs, Map<String, String> names) {
        Map<String, Double> fewer = new LinkedHashMap<>();
        names.forEach((shown, figure) -> {
            Double value = figures.get(figure);
            if (value != null) {
                fewer.put(shown, value);
            }
        });
        return new Row(shownAs, fewer);
    }
}
