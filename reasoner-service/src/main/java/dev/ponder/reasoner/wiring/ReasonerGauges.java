package dev.ponder.reasoner.wiring;

import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.reasoner.binding.TokenBudget;
import dev.ponder.triton.client.pool.ShardPool;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Shows what a reasoner has to work with, and how much of it is taken. Registers and keeps nothing. */
final class ReasonerGauges {

    private ReasonerGauges() {}

    static void show(MeterRegistry meters, TokenBudget budget, int slots, ShardPool pool) {
        meters.gauge(Meters.TOKENS_PROMISED, budget, TokenBudget::reserved);
        meters.gauge(Meters.TOKENS_BUDGET, budget, TokenBudget::total);
        Gauge.builder(Meters.SLOTS, () -> slots).register(meters);
        Gauge.builder(Meters.SHARDS, pool, ShardPool::healthy)
                .tag(Meters.TAG_STATE, "healthy")
                .register(meters);
        Gauge.builder(Meters.SHARDS, pool, one -> one.views().size() - (double) one.healthy())
                .tag(Meters.TAG_STATE, "unhealthy")
                .register(meters);
    }
}
