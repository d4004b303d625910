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

    /** Draws it. */
    public static List<SimulatedRequest> draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SimulatedRequest> requests = new ArrayList<>();
        double begin = 0;
        for (int stage = 0; stage < RATES.length; stage++) {
            double end = begin + SECONDS[stage];
            double at = begin + random.nextExponential() / RATES[stage];
            while (at < end) {
                requests.add(SimulatedRequest.interactive(
                        requests.size(), at, normal(random, 4000, 400), normal(random, 1000, 200), 0, List.of()));
                at += random.nextExponential() / RATES[stage];
            }
            begin = end;
        }
        return requests;
    }

    private static int normal(SplittableRandom random, double mean, double deviation) {
        return Math.max(1, (int) Math.round(random.nextGaussian(mean, deviation)));
    }
}
