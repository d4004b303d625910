package dev.ponder.bench.measure;

import java.util.Arrays;
import java.util.List;

/**
 * All values of one measurement, for exact percentiles. Immutable.
 */
public final class Sample {

    private final double[] sorted;

    private Sample(double[] values) {
        this.sorted = values.clone();
        Arrays.sort(sorted);
    }

    /** Takes all values. */
    public static Sample of(List<Double> values) {
        return new Sample(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** How many values there are. */
    public int size() {
        return sorted.length;
    }

    /**
     * The smallest value that at least a share of all values do not exceed (nearest rank).
     *
     * @param share above 0, at most 1
     */
    public double percentile(double share) {
        if (sorted.length == 0) {
            throw new IllegalStateException("there is no value");
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }

    /** The middle value. */
    public double median() {
        return percentile(0.5);
    }

    /** The mean of all values. */
    public double mean() {
        return Arrays.stream(sorted).average().orElseThrow();
    }

    /** The largest value. */
    public double max() {
        return percentile(1);
    }
}
