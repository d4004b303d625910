package dev.ponder.local.plot;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Lines over two axes.
 *
 * @param title what they show
 * @param series at least one, at most four: more could not be told apart
 */
public record Plot(String title, Axis x, Axis y, List<Series> series) {

    private static final int MOST = 4;

    public Plot {
        requireNonNull(title, "title is null");
        requireNonNull(x, "x is null");
        requireNonNull(y, "y is null");
        series = List.copyOf(series);
        if (series.isEmpty() || series.size() > MOST) {
            throw new IllegalArgumentException("series are none or more than " + MOST + ": " + series.size());
        }
    }
}
