package dev.ponder.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Jobs that arrive by Poisson's law and last by a log-normal one; the same seed gives the same jobs.
 *
 * @param jobs in the order of their arrival
 */
public record Workload(List<Job> jobs) {

    public Workload {
        jobs = List.copyOf(jobs);
    }

    /**
     * One job.
     *
     * @param due when it arrives, from the start
     * @param service how long it occupies a slot
     */
    public record Job(Duration due, Duration service) {}

    /**
     * Draws jobs.
     *
     * @param count how many
     * @param slots how many can be served at once
     * @param load the share of the slots' time that they take, below 1
     * @param mean the mean service time
     * @param cv its coefficient of variation
     */
    public static Workload draw(long seed, int count, int slots, double load, Duration mean, double cv) {
        RandomGenerator random = new SplittableRandom(seed);
        double meanSeconds = mean.toNanos() / 1e9;
        double rate = load * slots / meanSeconds;
        double variance = Math.log1p(cv * cv);
        double mu = Math.log(meanSeconds) - variance / 2;
        List<Job> jobs = new ArrayList<>(count);
        double now = 0;
        for (int i = 0; i < count; i++) {
            now += random.nextExponential() / rate;
            double service = Math.exp(mu + Math.sqrt(variance) * random.nextGaussian());
            jobs.add(new Job(seconds(now), seconds(service)));
        }
        return new Workload(jobs);
    }

    /** The same jobs with service times rounded up to whole steps, as an engine that works in steps serves them. */
    public Workload inSteps(Duration step) {
        return new Workload(jobs.stream()
                .map(job -> new Job(job.due(), rounded(job.service(), step)))
                .toList());
    }

    private static Duration rounded(Duration service, Duration step) {
        long steps = Math.max(1, Math.round((double) service.toNanos() / step.toNanos()));
        return step.multipliedBy(steps);
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
