package dev.ponder.scaling.capacity;

import java.util.Arrays;
import java.util.OptionalDouble;

/** The last values of a measurement, for exact quantiles over them. One thread. */
final class LastValues {

    private final double[] ring;
    private int size;
    private int next;

    LastValues(int capacity) {
        this.ring = new double[capacity];
    }

    void add(double value) {
        ring[next] = value;
        next = (next + 1) % ring.length;
        size = Math.min(size + 1, ring.length);
    }

    int size() {
        return size;
    }

    /** The smallest value that a share of all do not exceed (nearest rank); nothing where there is no value. */
    OptionalDouble quantile(double share) {
        if (size == 0) {
            return OptionalDouble.empty();
        }
        double[] sorted = Arrays.copyOf(ring, size);
        Arrays.sort(sorted);
        return OptionalDouble.of(sorted[Math.clamp((int) Math.ceil(share * size) - 1, 0, size - 1)]);
    }
}
