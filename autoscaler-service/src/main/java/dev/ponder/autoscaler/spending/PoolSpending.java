package dev.ponder.autoscaler.spending;

import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.scaling.capacity.ReplicaModel;
import dev.ponder.scaling.observation.PoolObservation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/**
 * Adds up what a pool's replicas cost and what of it was not used, one observation after the other. While the replicas are not known
 * nothing is added: a bill of what nobody saw would be a guess. The thread of the pool's loop.
 */
public final class PoolSpending {

    private static final double SECONDS_PER_HOUR = 3600;

    private final ReplicaModel model;
    private final double pricePerHour;
    private final Counter paid;
    private final Map<IdleCause, Counter> idle = new EnumMap<>(IdleCause.class);

    /**
     * Registers the meters.
     *
     * @param model what a replica can do
     * @param pricePerHour of one replica
     */
    public PoolSpending(PoolId pool, ReplicaModel model, double pricePerHour, MeterRegistry registry) {
        this.model = model;
        this.pricePerHour = pricePerHour;
        this.paid = registry.counter(Meters.SCALER_PAID, Meters.TAG_POOL, pool.value());
        for (IdleCause cause : IdleCause.values()) {
            idle.put(
                    cause,
                    registry.counter(
                            Meters.SCALER_IDLE, Meters.TAG_POOL, pool.value(), Meters.TAG_CAUSE, cause.word()));
        }
        Gauge.builder(Meters.SCALER_PRICE, () -> pricePerHour)
                .tag(Meters.TAG_POOL, pool.value())
                .register(registry);
    }

    /** Adds what the time since the observation before has cost. */
    public void add(PoolObservation seen) {
        Use.of(seen, model).ifPresent(use -> {
            double price = pricePerHour * seen.sinceSeconds() / SECONDS_PER_HOUR;
            paid.increment(price * use.paid());
            idle.forEach(
                    (cause, counter) -> counter.increment(price * use.idle().getOrDefault(cause, 0.0)));
        });
    }
}
