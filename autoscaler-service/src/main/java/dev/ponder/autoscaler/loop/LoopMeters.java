package dev.ponder.autoscaler.loop;

import dev.ponder.autoscaler.actuation.Actuation;
import dev.ponder.autoscaler.board.DecisionBoard;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.telemetry.Meters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts turns and shows what was wanted last, by pool. Any thread. */
public final class LoopMeters {

    private static final String FAILED = "failed";

    private final MeterRegistry registry;

    /** Registers the gauges of the pools. */
    public LoopMeters(MeterRegistry registry, DecisionBoard board, Iterable<PoolId> pools) {
        this.registry = registry;
        for (PoolId pool : pools) {
            Gauge.builder(Meters.SCALER_WANTED, () -> board.wanted(pool))
                    .tag(Meters.TAG_POOL, pool.value())
                    .register(registry);
            Gauge.builder(Meters.SCALER_KV_USE, () -> board.kvUse(pool))
                    .tag(Meters.TAG_POOL, pool.value())
                    .register(registry);
        }
    }

    void turned(PoolId pool, Actuation became) {
        count(pool, became.word());
    }

    void failed(PoolId pool) {
        count(pool, FAILED);
    }

    private void count(PoolId pool, String outcome) {
        registry.counter(Meters.SCALER_TURNS, Meters.TAG_POOL, pool.value(), Meters.TAG_OUTCOME, outcome)
                .increment();
    }
}
