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
    private final double halfLifeSeconds;
    private final List<Value> values = new ArrayList<>();

    Fading(Instant now, Duration halfLife) {
        this.now = now;
        this.halfLifeSeconds = halfLife.toNanos() / 1e9;
    }

    void add(Instant at, double value, double weight) {
        double age = Duration.between(at, now).toNanos() / 1e9;
        values.add(new Value(value, weight * Math.pow(0.5, age / halfLifeSeconds)));
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
