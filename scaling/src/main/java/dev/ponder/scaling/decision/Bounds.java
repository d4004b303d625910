package dev.ponder.scaling.decision;

/**
 * How many replicas a pool may have.
 *
 * @param min at least, 0 or more
 * @param max at most, 1 or more and not below min
 */
public record Bounds(int min, int max) {

    public Bounds {
        if (min < 0 || max < 1 || max < min) {
            throw new IllegalArgumentException(
                    "a pool has 0 <= min <= max replicas, and max >= 1: %d, %d".formatted(min, max));
        }
    }

    /** The nearest number within. */
    public int nearest(int replicas) {
        return Math.clamp(replicas, min, max);
    }
}
