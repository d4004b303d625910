package dev.ponder.local.plot;

/** A point of a plot, in its axes' units. */
public record Point(double x, double y) {

    public Point {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("no point: " + x + ", " + y);
        }
    }
}
