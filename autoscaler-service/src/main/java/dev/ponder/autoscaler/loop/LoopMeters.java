package dev.ponder.autoscaler.loop;

import dev.ponder.autoscaler.actuation.Actuation;
import dev.ponder.autoscaler.board.DecisionBoard;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.observation.PoolObservation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** Counts turns and decisions, and shows what was seen and wanted last, by pool. Any thread, each pool by one. */
public final class LoopMeters {

    private static final String FAILED = "failed";
    /** Made at once: what never was and what never happened must not look alike. */
    private static final List<String> OUTCOMES = List.of("scaled", "unchanged", "standby", "undone", FAILED);

    private final MeterRegistry registry;
    private final DecisionBoard board;
    private final Map<PoolId, SeenMeters> seen = new HashMap<>();
    private final Map<PoolId, List<Consumer<PoolObservation>>> ledgers;

    /**
     * Registers the gauges of the pools.
     *
     * @param ledgers by pool, who reckons with what was seen
     */
    public LoopMeters(
            MeterRegistry registry,
            DecisionBoard board,
            Iterable<PoolId> pools,
            Map<PoolId, List<Consumer<PoolObservation>>> ledgers) {
        this.registry = registry;
        this.board = board;
        this.ledgers = Map.copyOf(ledgers);
        for (PoolId pool : pools) {
            gauge(Meters.SCALER_WANTED, pool, board::wanted);
            gauge(Meters.SCALER_KV_USE, pool, board::kvUse);
            gauge(Meters.SCALER_MISSING, pool, this::missing);
            OUTCOMES.forEach(outcome -> turns(pool, outcome));
            seen.put(pool, new SeenMeters(pool, registry));
        }
    }

    private void gauge(String name, PoolId pool, ToDoubleFunction<PoolId> value) {
        Gauge.builder(name, () -> value.applyAsDouble(pool))
                .tag(Meters.TAG_POOL, pool.value())
                .register(registry);
    }

    private double missing(PoolId pool) {
        return board.seen(pool).map(all -> (double) all.pool().missing().size()).orElse(Double.NaN);
    }

    void turned(PoolId pool, Actuation became) {
        count(pool, became.word());
        board.decided(pool).ifPresent(decided -> decided(pool, decided));
        board.seen(pool).ifPresent(all -> show(pool, all.pool()));
    }

    private void show(PoolId pool, PoolObservation last) {
        SeenMeters meters = seen.get(pool);
        if (meters != null) {
            meters.show(last);
        }
        ledgers.getOrDefault(pool, List.of()).forEach(ledger -> ledger.accept(last));
    }

    private void decided(PoolId pool, Decision decided) {
        String direction =
                switch (decided) {
                    case Decision.Grown _ -> "grown";
                    case Decision.Kept _ -> "kept";
                    case Decision.Shrunk _ -> "shrunk";
                };
        registry.counter(
                        Meters.SCALER_DECISIONS,
                        Meters.TAG_POOL,
                        pool.value(),
                        Meters.TAG_REASON,
                        DecidingPolicy.of(decided),
                        Meters.TAG_DIRECTION,
                        direction)
                .increment();
    }

    void failed(PoolId pool) {
        count(pool, FAILED);
    }

    private void count(PoolId pool, String outcome) {
        turns(pool, outcome).increment();
    }

    private Counter turns(PoolId pool, String outcome) {
        return registry.counter(Meters.SCALER_TURNS, Meters.TAG_POOL, pool.value(), Meters.TAG_OUTCOME, outcome);
    }
}
