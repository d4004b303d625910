package dev.ponder.autoscaler.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.ReplicaState.Phase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PoolSpendingTest {

    private static final PoolId MAIN = new PoolId("main");
    private static final ReplicaModel MODEL = new ReplicaModel(10, 8_000, 0.015, 0.0002);
    /** A replica costs so much in the half minute between two observations. */
    private static final double HALF_MINUTE = 2.4 / 120;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PoolSpending spending = new PoolSpending(MAIN, MODEL, 2.4, registry);

    @Test
    void paysForReplicasThatStartAndCallsThemIdle() {
        spending.add(Fleets.of(Stream.of(Phase.READY, Phase.STARTING), 10, 0));

        assertThat(paid()).isCloseTo(2 * HALF_MINUTE, within(1e-9));
        assertThat(idle(IdleCause.COLD_START)).isCloseTo(HALF_MINUTE, within(1e-9));
        assertThat(idle(IdleCause.HOLD_DOWN) + idle(IdleCause.HEADROOM)).isZero();
    }

    @Test
    void tellsReplicasBeyondNeedFromFreeSlotsOfTheOthers() {
        spending.add(Fleets.of(Stream.of(Phase.READY, Phase.READY, Phase.READY), 5, 0));

        assertThat(idle(IdleCause.HOLD_DOWN)).isCloseTo(2 * HALF_MINUTE, within(1e-9));
        assertThat(idle(IdleCause.HEADROOM)).isCloseTo(0.5 * HALF_MINUTE, within(1e-9));
    }

    @Test
    void callsNoReplicaSpareThatWaitingWorkNeeds() {
        spending.add(Fleets.of(Stream.of(Phase.READY, Phase.READY), 5, 15));

        assertThat(idle(IdleCause.HOLD_DOWN)).isZero();
        assertThat(idle(IdleCause.HEADROOM)).isCloseTo(1.5 * HALF_MINUTE, within(1e-9));
    }

    @Test
    void callsADrainingReplicaIdleOnceItHoldsNothing() {
        spending.add(Fleets.of(Stream.of(Phase.DRAINING), 0, 0));

        assertThat(idle(IdleCause.DRAIN)).isCloseTo(HALF_MINUTE, within(1e-9));
    }

    @Test
    void billsNothingThatNobodySaw() {
        spending.add(Fleets.unknown());

        assertThat(paid()).isZero();
    }

    @Property
    void neverCallsMoreIdleThanWasPaid(
            @ForAll @IntRange(max = 20) int ready,
            @ForAll @IntRange(max = 5) int starting,
            @ForAll @IntRange(max = 5) int draining,
            @ForAll @IntRange(max = 400) int running,
            @ForAll @IntRange(max = 400) int queued) {
        Stream<Phase> phases = Stream.of(
                        Stream.generate(() -> Phase.READY).limit(ready),
                        Stream.generate(() -> Phase.STARTING).limit(starting),
                        Stream.generate(() -> Phase.DRAINING).limit(draining))
                .flatMap(one -> one);

        Use use = Use.of(Fleets.of(phases, running, queued), MODEL).orElseThrow();

        assertThat(use.idle().values()).allMatch(share -> share >= 0);
        assertThat(use.idle().values().stream().mapToDouble(Double::doubleValue).sum())
                .isLessThanOrEqualTo(use.paid() + 1e-9);
    }

    private double paid() {
        return registry.get(Meters.SCALER_PAID).tag("pool", "main").counter().count();
    }

    private double idle(IdleCause cause) {
        return registry.get(Meters.SCALER_IDLE)
                .tags("pool", "main", "cause", cause.word())
                .counter()
                .count();
    }
}
