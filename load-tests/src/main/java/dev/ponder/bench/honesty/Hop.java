package dev.ponder.bench.honesty;

import dev.ponder.bench.measure.Sample;
import dev.ponder.bench.report.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the house itself adds to a wait where nobody waits for a slot: from the record's append by fetch and binding to the call. Measured at
 * a low load before the runs that are compared, and not known to them.
 *
 * @param seconds of each request that had no queue before it
 */
record Hop(List<Double> seconds) {

    /** So low that a slot is always free. */
    static final Demand CALIBRATION = new Demand("k", 60, 0.3);

    private static final double P90 = 0.9;

    Hop {
        seconds = List.copyOf(seconds);
        if (seconds.isEmpty()) {
            throw new IllegalArgumentException("every request of the calibration had to wait for a slot");
        }
    }

    /** The real waits of those that wait for nothing in the simulation. */
    static Hop between(List<Lived> real, List<Lived> simulated) {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < real.size(); i++) {
            if (simulated.get(i).waited() == 0) {
                seconds.add(real.get(i).waited());
            }
        }
        return new Hop(seconds);
    }

    /** The same requests, each with one of these on top, drawn by chance. */
    List<Lived> before(List<Lived> simulated, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return simulated.stream()
                .map(one -> one.later(seconds.get(random.nextInt(seconds.size()))))
                .toList();
    }

    Row row() {
        Sample sample = Sample.of(seconds);
        return Row.named("calibration at load %s, real: waits with no queue".formatted(CALIBRATION.load()))
                .with("requests", seconds.size())
                .with("wait_p50_s", sample.median())
                .with("wait_p90_s", sample.percentile(P90))
                .with("wait_p99_s", sample.percentile(Comparison.P99));
    }
}
