package dev.ponder.local.plot;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A line of a plot.
 *
 * @param name in the legend; of any text
 * @param points that the line joins, at least one
 */
public record Series(String name, List<Point> points) {

    public Series {
        requireNonNull(name, "name is null");
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("points are none: " + name);
        }
    }
}
