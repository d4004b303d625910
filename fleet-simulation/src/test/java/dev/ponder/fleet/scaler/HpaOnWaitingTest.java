package dev.ponder.fleet.scaler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.fleet.demand.SimulatedRequest;
import dev.ponder.fleet.run.FleetOutcome;
import dev.ponder.fleet.run.FleetRun;
import dev.ponder.fleet.run.FleetSettings;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.Objective;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HpaOnWaitingTest {

    private static final FleetSettings SIX_TO_BEGIN_WITH = new FleetSettings(
            new ReplicaModel(60, 13_000, 0.015, 0.00033),
            1,
            8,
            6,
            Duration.ofSeconds(100),
            Duration.ofSeconds(5),
            List.of(new Objective("interactive", Duration.ofSeconds(3), Duration.ofMillis(100))),
            0.2);

    @Test
    void keepsWhatItBeginsWithForItsWindow() {
        List<SimulatedRequest> quiet = IntStream.range(0, 100)
                .mapToObj(i -> SimulatedRequest.interactive(i, i * 4, 100, 10, 0, List.of()))
                .toList();

        FleetOutcome outcome = FleetRun.play(SIX_TO_BEGIN_WITH, quiet, new HpaOnWaiting(6, 5));

        assertThat(outcome.steps()).hasSize(1);
        assertThat(outcome.steps().getFirst().at()).isBetween(300.0, 330.0);
        assertThat(outcome.steps().getFirst().to()).isEqualTo(1);
    }
}
