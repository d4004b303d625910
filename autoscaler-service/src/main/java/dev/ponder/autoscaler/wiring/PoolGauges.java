package dev.ponder.autoscaler.wiring;

import dev.ponder.autoscaler.pool.PoolConfig;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.telemetry.Meters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Shows what a pool was set up to be, beside which what it is can be read. Registers and keeps nothing. */
final class PoolGauges {

    private PoolGauges() {}

    static void show(PoolId pool, PoolConfig config, MeterRegistry registry) {
        bound(pool, "min", config.min(), registry);
        bound(pool, "max", config.max(), registry);
        config.policies()
                .costCap()
                .ifPresent(cap -> Gauge.builder(Meters.SCALER_BUDGET, cap::mostPerHour)
                        .tag(Meters.TAG_POOL, pool.value())
                        .register(registry));
    }

    private static void bound(PoolId pool, String which, int replicas, MeterRegistry registry) {
        Gauge.builder(Meters.SCALER_BOUND, () -> replicas)
                .tag(Meters.TAG_POOL, pool.value())
                .tag(Meters.TAG_BOUND, which)
                .register(registry);
    }
}
