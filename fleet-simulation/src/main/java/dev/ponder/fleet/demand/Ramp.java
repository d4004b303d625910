package dev.ponder.fleet.demand;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The ramp by which llm-d judges its SLO-aware scaling (guides/workload-autoscaling/slo-aware of that project): seven rates, each for
 * some minutes, Poisson arrivals, normal lengths.
 */
public final class Ramp {

    private static final double[] RATES = {2, 4, 6, 8, 10, 4, 1};
    private static final double[] SECONDS = {330, 360, 360, 360, 360, 360, 300};

    private Ramp() {}

    /** Draws it as it is published. */
    public static List<SimulatedRequest> draw(long seed) {
        return draw(seed, 1);
    }

    /** Draws it with all rates made smaller or larger alike, so that their mean over time is so much. */
    public static List<SimulatedRequest> withMean(double requestsPerSecond, long seed) {
        return draw(seed, requestsPerSecond / meanRate());
    }

    private static double meanRate() {
        double requests = 0;
        double seconds = 0;
        for (int stage = 0; stage < RATES.length; stage++) {
            requests += RATES[stage] * SECONDS[stage];
            seconds += SECONDS[stage];
        }
        return requests / seconds;
    }

    private static List<SimulatedRequest> draw(long seed, double factor) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SimulatedRequest> requests = new ArrayList<>();
        double begin = 0;
        for (int stage = 0; stage < RATES.length; stage++) {
            double end = begin + SECONDS[stage];
            double rate = RATES[stage] * factor;
            double at = begin + random.nextExponential() / rate;
            while (at < end) {
                requests.add(SimulatedRequest.interactive(
                        requests.size(), at, normal(random, 4000, 400), normal(random, 1000, 200), 0, List.of()));
                at += random.nextExponential() / rate;
            }
            begin = end;
        }
        return requests;
    }

    private static int normal(SplittableRandom random, double mean, double deviation) {
        return Math.max(1, (int) Math.round(random.nextGaussian(mean, deviation)));
    }
}
