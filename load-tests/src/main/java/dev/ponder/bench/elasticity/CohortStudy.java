package dev.ponder.bench.elasticity;

import dev.ponder.bench.measure.Sample;
import dev.ponder.bench.report.Report;
import dev.ponder.bench.report.Row;
import dev.ponder.fleet.run.FleetOutcome;
import dev.ponder.fleet.run.FleetRun;
import dev.ponder.fleet.run.FleetSettings;
import dev.ponder.fleet.scaler.LawScaler;
import dev.ponder.scaling.decision.Bounds;
import dev.ponder.scaling.decision.LawSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cohorts of batch jobs, ours beside the best fixed number of replicas for lengths that are known. */
final class CohortStudy {

    static final Map<String, String> TARGETS = Map.of("over_clairvoyant", "<= 1.10", "misses", "0");

    private static final int MAX = 40;
    private static final double DOUBT = 0.5;
    private static final double P95 = 0.95;
    private static final FleetSettings FLEET =
            GpuOfMeasures.fleet(0, MAX, GpuOfMeasures.COLD_START, List.of(GpuOfMeasures.within("batch", (int)
                    Duration.ofHours(12).toSeconds())));

    private CohortStudy() {}

    static Report report(long seed, int cohorts) {
        List<Double> ratios = new ArrayList<>();
        double ours = 0;
        double fewest = 0;
        long misses = 0;
        for (long i = seed; i < seed + cohorts; i++) {
            Cohort cohort = Cohort.draw(i);
            FleetOutcome outcome = FleetRun.play(FLEET, cohort.inOrder(Cohort.Job::expected), law());
            double best = fewest(cohort);
            ours += outcome.bill().paid();
            fewest += best;
            misses += outcome.misses();
            ratios.add(outcome.bill().paid() / best);
        }
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("over_clairvoyant", ours / fewest);
        metrics.put("misses", (double) misses);
        Sample sample = Sample.of(ratios);
        Row row = Row.named("ours over clairvoyant, a cohort")
                .with("p50", sample.median())
                .with("p95", sample.percentile(P95))
                .with("max", sample.max())
                .with("replica_hours", ours / 3600);
        return new Report(
                "autoscale", Map.of("deadline-batch", Integer.toString(cohorts)), List.of(seed), metrics, List.of(row));
    }

    private static LawScaler law() {
        return new LawScaler(LawSettings.batch(new Bounds(0, MAX), DOUBT, FLEET.model(), FLEET.coldStart()));
    }

    /** Replica-seconds of the cheapest fixed number that misses nothing, each replica let go when nothing waits for it. */
    private static double fewest(Cohort cohort) {
        double best = Double.MAX_VALUE;
        int worse = 0;
        for (int replicas = 1; replicas <= MAX && worse < 2; replicas++) {
            int fixed = replicas;
            FleetOutcome outcome = FleetRun.play(
                    FLEET,
                    cohort.inOrder(Cohort.Job::tokens),
                    seen -> seen.waiting().requests() > 0 ? fixed : 0);
            if (outcome.misses() == 0 && outcome.bill().paid() < best) {
                best = outcome.bill().paid();
            } else if (best < Double.MAX_VALUE) {
                worse++;
            }
        }
        if (best == Double.MAX_VALUE) {
            throw new IllegalStateException("no fixed fleet meets all deadlines of a cohort of "
                    + cohort.jobs().size());
        }
        return best;
    }
}
