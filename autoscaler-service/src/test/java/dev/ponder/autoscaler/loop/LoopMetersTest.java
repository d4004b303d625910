package dev.ponder.autoscaler.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.autoscaler.actuation.Actuation;
import dev.ponder.autoscaler.board.DecisionBoard;
import dev.ponder.autoscaler.observation.Seen;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.observation.ClassLoad;
import dev.ponder.scaling.observation.Layers;
import dev.ponder.scaling.observation.Objective;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.observation.ReplicaState;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import dev.ponder.scaling.observation.Work;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoopMetersTest {

    private static final PoolId MAIN = new PoolId("main");
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DecisionBoard board = new DecisionBoard(Ticker.system(), Duration.ofMinutes(1));
    private final List<PoolObservation> reckoned = new ArrayList<>();
    private final LoopMeters meters =
            new LoopMeters(registry, board, List.of(MAIN), Map.of(MAIN, List.of(reckoned::add)));

    @Test
    void countsADecisionByThePolicyThatMadeItAndItsDirection() {
        post(Decision.of(NOW, 1, 2, List.of("token-work: work keeps 1.60 replicas busy", "slo-feedback: none")));

        meters.turned(MAIN, new Actuation.Scaled(1, 2));

        assertThat(decisions("token-work", "grown")).isEqualTo(1);
    }

    @Test
    void countsADecisionThatNoPolicyMadeAsNobodys() {
        post(Decision.of(NOW, 1, 1, List.of("the cluster did not say how many replicas there are")));

        meters.turned(MAIN, new Actuation.Standby());

        assertThat(decisions("none", "kept")).isEqualTo(1);
    }

    @Test
    void showsReplicasByPhaseAndWorkByLayer() {
        post(Decision.of(NOW, 1, 1, List.of("x")));

        meters.turned(MAIN, new Actuation.Unchanged(1));

        assertThat(registry.get(Meters.SCALER_REPLICAS)
                        .tags("pool", "main", "phase", "ready")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(work("queued")).isEqualTo(7);
        assertThat(work("dispatched")).isEqualTo(3);
    }

    @Test
    void showsNoLayerThatIsNotKnown() {
        post(Decision.of(NOW, 1, 1, List.of("x")));

        meters.turned(MAIN, new Actuation.Unchanged(1));

        assertThat(registry.find(Meters.SCALER_WORK).tag("layer", "gated").gauge())
                .isNull();
        assertThat(registry.get(Meters.SCALER_MISSING)
                        .tag("pool", "main")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void tellsWhoeverReckonsWhatWasSeen() {
        post(Decision.of(NOW, 1, 1, List.of("x")));

        meters.turned(MAIN, new Actuation.Unchanged(1));

        assertThat(reckoned).hasSize(1);
    }

    @Test
    void showsWhatNeverHappenedAsNone() {
        assertThat(registry.get(Meters.SCALER_TURNS)
                        .tags("pool", "main", "outcome", "undone")
                        .counter()
                        .count())
                .isZero();
    }

    private void post(Decision decided) {
        Layers layers = new Layers(
                Reading.of(new Work(7, 700, 350)),
                Reading.of(Work.NONE),
                Reading.missing("a shard does not say what waits in it"),
                Reading.of(new Work(3, 300, 150)));
        ClassLoad load = new ClassLoad(
                new Objective("interactive", Duration.ofSeconds(5), Duration.ofMillis(50)),
                Reading.of(Work.NONE),
                Reading.of(Work.NONE),
                layers,
                Reading.missing("none came"));
        PoolObservation pool = new PoolObservation(
                NOW,
                Duration.ofSeconds(5),
                Reading.of(List.of(new ReplicaState("r", Phase.READY, NOW, 0))),
                List.of(load),
                Reading.of(List.of()),
                Reading.missing("nobody tells"));
        board.post(MAIN, new Seen(pool, Map.of(), Reading.of(0.5)), decided);
    }

    private double decisions(String reason, String direction) {
        return registry.get(Meters.SCALER_DECISIONS)
                .tags("pool", "main", "reason", reason, "direction", direction)
                .counter()
                .count();
    }

    private double work(String layer) {
        return registry.get(Meters.SCALER_WORK)
                .tags("class", "interactive", "layer", layer)
                .gauge()
                .value();
    }
}
