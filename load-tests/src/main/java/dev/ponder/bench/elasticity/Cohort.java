package dev.ponder.bench.elasticity;

import dev.ponder.fleet.demand.SimulatedRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Batch jobs that come at once: 10 to 2,000, one deadline for all or one each, from 10 minutes to 12 hours, the work of each known within
 * half of it. Seeded.
 *
 * @param jobs in no order
 */
record Cohort(List<Job> jobs) {

    private static final double SOONEST = 600;
    private static final double LATEST = 12 * 3600;
    private static final double LEAST_JOBS = 10;
    private static final double MOST_JOBS = 2000;
    private static final double MEAN_TOKENS = 1000;
    /** Of the logarithm: a coefficient of variation of 1. */
    private static final double SPREAD = Math.sqrt(Math.log(2));

    /**
     * One job.
     *
     * @param deadline in seconds
     * @param expected output tokens, as somebody guessed
     * @param tokens that it takes in truth
     * @param prompt its prompt's tokens
     */
    record Job(double deadline, double expected, int tokens, int prompt) {}

    static Cohort draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = (int) Math.round(logEven(random, LEAST_JOBS, MOST_JOBS));
        double latest = logEven(random, SOONEST, LATEST);
        boolean each = random.nextBoolean();
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double deadline = each ? logEven(random, SOONEST, latest) : latest;
            double expected = Math.exp(Math.log(MEAN_TOKENS) - SPREAD * SPREAD / 2 + SPREAD * random.nextGaussian());
            double clamped = Math.clamp(expected, 20, 5000);
            jobs.add(new Job(
                    deadline,
                    clamped,
                    Math.max(1, (int) Math.round(clamped * (0.5 + random.nextDouble()))),
                    200 + random.nextInt(3000)));
        }
        return new Cohort(List.copyOf(jobs));
    }

    private static double logEven(SplittableRandom random, double from, double to) {
        return from * Math.pow(to / from, random.nextDouble());
    }

    /** The jobs as requests of the first moment, earliest deadline first, of equals the longest by a measure. */
    List<SimulatedRequest> inOrder(ToDoubleFunction<Job> length) {
        List<Job> sorted = new ArrayList<>(jobs);
        sorted.sort(Comparator.comparingDouble(Job::deadline)
                .thenComparing(Comparator.comparingDouble(length).reversed()));
        List<SimulatedRequest> requests = new ArrayList<>();
        for (Job one : sorted) {
            requests.add(new SimulatedRequest(
                    requests.size(), 0, one.prompt(), one.tokens(), 0, List.of(), one.deadline(), one.expected()));
        }
        return requests;
    }
}
