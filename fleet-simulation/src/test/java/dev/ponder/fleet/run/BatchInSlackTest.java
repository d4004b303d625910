package dev.ponder.fleet.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.scaler.LawScaler;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.decision.Bounds;
import dev.ponder.scaling.decision.DeadlineBatch;
import dev.ponder.scaling.decision.LawSettings;
import dev.ponder.scaling.decision.ScalingPolicy;
import dev.ponder.scaling.decision.SloFeedback;
import dev.ponder.scaling.decision.TokenWork;
import dev.ponder.scaling.forecast.ForecastSettings;
import dev.ponder.scaling.observation.Objective;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One pool, somebody waiting at 1.5 requests a second, and 1,500 batch jobs that come at once and are due two hours later. */
class BatchInSlackTest {

    private static final ReplicaModel MODEL = new ReplicaModel(60, 13_000, 0.015, 0.00033);
    private static final FleetSettings FLEET = new FleetSettings(
            MODEL,
            1,
            12,
            1,
            Duration.ofSeconds(100),
            Duration.ofSeconds(5),
            List.of(
                    new Objective("interactive", Duration.ofSeconds(5), Duration.ofMillis(100)),
                    new Objective("batch", Duration.ofHours(2), Duration.ofMillis(200))),
            0.2);
    private static final double BATCH_AT = 1200;
    private static final double DEADLINE = BATCH_AT + 7200;

    private static FleetOutcome played(DeadlineBatch... batch) {
        List<ScalingPolicy> policies = new ArrayList<>(List.of(new TokenWork(), new SloFeedback()));
        policies.addAll(List.of(batch));
        LawSettings law = new LawSettings(
                new Bounds(1, 12),
                policies,
                Duration.ofMinutes(1),
                ForecastSettings.standard(),
                MODEL,
                Duration.ofSeconds(100));
        return FleetRun.play(FLEET, requests(), new LawScaler(law));
    }

    private static List<SimulatedRequest> requests() {
        List<SimulatedRequest> requests = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            requests.add(SimulatedRequest.interactive(requests.size(), i / 1.5, 1000, 900, 0, List.of()));
        }
        for (int i = 0; i < 1500; i++) {
            requests.add(new SimulatedRequest(requests.size(), BATCH_AT, 1000, 900, 1, List.of(), DEADLINE, 900));
        }
        requests.sort(Comparator.comparingDouble(SimulatedRequest::due));
        return requests;
    }

    private static int most(FleetOutcome outcome) {
        return outcome.steps().stream().mapToInt(ScalingStep::to).max().orElse(1);
    }

    @Test
    void endsBatchWorkInTimeAndCostsLessThanWhereItCountsAsAnyOther() {
        FleetOutcome planned = played(new DeadlineBatch(12, 0.5, Set.of("batch")));
        FleetOutcome unplanned = played();

        assertThat(planned.misses()).isZero();
        assertThat(unplanned.misses()).isZero();
        assertThat(planned.bill().paid()).isLessThan(0.95 * unplanned.bill().paid());
        assertThat(most(planned)).isLessThan(most(unplanned));
    }

    /** Batch work takes every slot that is free, so that others wait for the next one to end until the pool has grown by one. */
    @Test
    void leavesInteractiveWorkInTimeButForWhenBatchWorkComes() {
        FleetOutcome planned = played(new DeadlineBatch(12, 0.5, Set.of("batch")));

        assertThat(planned.sloAttained(0)).isGreaterThan(0.97);
    }
}
