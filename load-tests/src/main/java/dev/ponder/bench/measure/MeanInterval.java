package dev.ponder.bench.measure;

import java.util.List;

/**
 * Where a mean lies, 95 times of 100: Student's t, since seeds are few.
 *
 * @param mean of the values
 * @param low its lower end
 * @param high its upper end
 */
public record MeanInterval(double mean, double low, double high) {

    /** The 97.5th percentile of t for 1, 2, … degrees of freedom. */
    private static final double[] T = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120,
        2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    /**
     * Reckons it; beyond 30 degrees of freedom it is a little too wide.
     *
     * @param values two or more: one value says nothing of how far others would be
     */
    public static MeanInterval of(List<Double> values) {
        int count = values.size();
        if (count < 2) {
            throw new IllegalArgumentException("an interval takes two values: " + values);
        }
        double mean = Sample.of(values).mean();
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        double t = T[Math.min(count - 2, T.length - 1)];
        double reach = t * Math.sqrt(squares / (count - 1) / count);
        return new MeanInterval(mean, mean - reach, mean + reach);
    }
}
