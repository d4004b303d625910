package dev.ponder.scaling.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What of a load lasts: peaks that are over within a lead are cut off, longer ones stay as they are (erosion, and opening by it: Serra,
 * "Image Analysis and Mathematical Morphology", 1982). Pure.
 */
final class Lasting {

    private Lasting() {}

    /**
     * The least that each moment and all in the lead after it had, as far as that has passed.
     *
     * @param at the moments, rising
     * @param loads one a moment
     */
    static double[] least(List<Instant> at, double[] loads, Duration lead) {
        double[] least = new double[loads.length];
        for (int i = 0; i < loads.length; i++) {
            Instant end = at.get(i).plus(lead);
            least[i] = loads[i];
            for (int j = i + 1; j < loads.length && !at.get(j).isAfter(end); j++) {
                least[i] = Math.min(least[i], loads[j]);
            }
        }
        return least;
    }

    /**
     * The load without the peaks that did not last, which is what replicas can follow; they stay for a lead after it, as replicas do.
     */
    static double[] followed(List<Instant> at, double[] loads, Duration lead) {
        double[] least = least(at, loads, lead);
        double[] followed = new double[loads.length];
        for (int i = 0; i < loads.length; i++) {
            Instant begin =
                    at.get(i).minus(lead.multipliedBy(2)); // One restores what the least cut off, one is the hold.
            for (int j = i; j >= 0 && !at.get(j).isBefore(begin); j--) {
                followed[i] = Math.max(followed[i], least[j]);
            }
        }
        return followed;
    }
}
