package dev.ponder.scaling.capacity;

import java.util.Optional;

/**
 * Learns ITL = a + b × batch by least squares in which older samples fade. One thread.
 */
final class StepTimes {

    /** A line needs batches that differ: their weighted variance, in sequences squared. */
    private static final double ENOUGH_SPREAD = 4;
    /** The weight of a sample after 200 others is a third. */
    private static final double FADES = 0.995;

    /** A line through the samples. */
    record Line(double base, double perSequence) {}

    private double weight;
    private double batches;
    private double steps;
    private double squares;
    private double products;

    void add(double batch, double secondsPerToken) {
        weight = weight * FADES + 1;
        batches = batches * FADES + batch;
        steps = steps * FADES + secondsPerToken;
        squares = squares * FADES + batch * batch;
        products = products * FADES + batch * secondsPerToken;
    }

    /** The line; nothing while all batches were about the same, or where it would say nonsense. */
    Optional<Line> line() {
        double spread = weight == 0 ? 0 : squares / weight - (batches / weight) * (batches / weight);
        if (spread < ENOUGH_SPREAD) {
            return Optional.empty();
        }
        double perSequence = (products / weight - batches / weight * (steps / weight)) / spread;
        double base = steps / weight - perSequence * batches / weight;
        return perSequence >= 0 && base > 0 ? Optional.of(new Line(base, perSequence)) : Optional.empty();
    }
}
