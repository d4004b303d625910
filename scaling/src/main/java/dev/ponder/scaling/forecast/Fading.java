package dev.ponder.scaling.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Values with weights that halve with age. One thread. */
final class Fading {

    private record Value(double value, double weight) {}

    private final Instant now;
    private final Duration halfLife;
    private final List<Value> values = new ArrayList<>();

    Fading(Instant now, Duration halfLife) {
        this.now = now;
        this.halfLife = halfLife;
    }

    void add(Instant at, double value, double weight) {
        values.add(new Value(value, weight * weight(Duration.between(at, now), halfLife)));
    }

    /** What is so old counts so much. */
    static double weight(Duration age, Duration halfLife) {
        return Math.pow(0.5, (double) age.toNanos() / halfLife.toNanos());
    }

    /** The smallest value that a share of all weight does not exceed; 0 where there is no weight. */
    double quantile(double share) {
        values.sort(Comparator.comparingDouble(Value::value));
        double all = values.stream().mapToDouble(Value::weight).sum();
        double sum = 0;
        for (Value one : values) {
            sum += one.weight();
            if (all > 0 && sum >= share * all) {
                return one.value();
            }
        }
        return values.isEmpty() || all == 0 ? 0 : values.getLast().value();
    }
}
