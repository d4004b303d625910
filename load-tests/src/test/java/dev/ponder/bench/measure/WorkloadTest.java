package dev.ponder.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    private static final Duration HALF = Duration.ofMillis(500);

    @Test
    void drawsTheMeanAndTheSpreadThatWereAsked() {
        Workload workload = Workload.draw(1, 200_000, 16, 0.69, HALF, 2);

        List<Double> services = workload.jobs().stream()
                .map(job -> job.service().toNanos() / 1e9)
                .toList();
        double mean = Sample.of(services).mean();
        double variance = services.stream()
                .mapToDouble(s -> (s - mean) * (s - mean))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0.5, within(0.02));
        assertThat(Math.sqrt(variance) / mean).isCloseTo(2, within(0.3));
        assertThat(workload.jobs().getLast().due().toSeconds() / 200_000.0).isCloseTo(0.5 / (16 * 0.69), within(0.002));
    }

    @Property(tries = 200)
    boolean repeatsItselfBySeed(@ForAll long seed) {
        return Workload.draw(seed, 50, 4, 0.5, HALF, 1).equals(Workload.draw(seed, 50, 4, 0.5, HALF, 1));
    }

    @Property(tries = 200)
    boolean neverLetsAJobWaitLongerInALargerPool(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int slots) {
        Workload workload = Workload.draw(seed, 100, slots, 0.9, HALF, 2);
        double smaller = Sample.of(IdealPool.waits(workload, slots)).mean();
        double larger = Sample.of(IdealPool.waits(workload, slots + 1)).mean();
        return larger <= smaller;
    }

    @Test
    void findsExactPercentiles() {
        Sample sample = Sample.of(List.of(5.0, 1.0, 4.0, 2.0, 3.0));

        double ninetieth = sample.percentile(0.9);

        assertThat(ninetieth).isEqualTo(5.0);
        assertThat(sample.median()).isEqualTo(3.0);
    }
}
