package dev.ponder.router.settlement.relay;

import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Provenance;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.router.settlement.decision.Decision;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;

/** What users got: answers and errors, how long they took and what they cost. The settlement thread alone. */
final class ResultMeters {

    private static final String NONE = "none";
    private static final String ANSWERED = "answered";
    /** For requests without a pool, or with one that is not set up: a tag's values are bounded. */
    private static final String OTHER_POOL = "other";

    private static final Duration[] BOUNDS = DoubleStream.of(0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 600, 3600)
            .mapToObj(seconds -> Duration.ofMillis((long) (seconds * 1000)))
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Set<PoolId> pools;
    private final Map<SloClass, Timer> times = new EnumMap<>(SloClass.class);

    ResultMeters(MeterRegistry registry, Set<PoolId> pools) {
        this.registry = registry;
        this.pools = Set.copyOf(pools);
        for (SloClass slo : SloClass.values()) {
            times.put(
                    slo,
                    Timer.builder(Meters.ANSWER_TIME)
                            .tag(Meters.TAG_CLASS, slo.wire())
                            .serviceLevelObjectives(BOUNDS)
                            .register(registry));
        }
    }

    void count(Decision.Settled done) {
        String tenant = done.key().tenant().value();
        String pool = poolOf(done.outcome());
        registry.counter(Meters.COST, Meters.TAG_POOL, pool, Meters.TAG_TENANT, tenant)
                .increment(done.price().amount().doubleValue());
        switch (done.outcome()) {
            case Outcome.Answered answered -> {
                SloClass slo = answered.plan().slo();
                result(tenant, slo.wire(), sourceOf(answered.provenance()), ANSWERED, NONE);
                Timer time = times.get(slo);
                if (time != null) {
                    time.record(Duration.between(answered.asked().arrivedAt(), done.at()));
                }
            }
            case Outcome.Failed failed -> {
                String kind = failed.fault().code().openAiType();
                result(tenant, NONE, NONE, failed.fault().code().wire(), kind);
            }
        }
        tokens(tenant, pool, done.outcome().usage());
    }

    private void result(String tenant, String slo, String source, String outcome, String fault) {
        registry.counter(
                        Meters.RESULTS,
                        Meters.TAG_TENANT,
                        tenant,
                        Meters.TAG_CLASS,
                        slo,
                        Meters.TAG_SOURCE,
                        source,
                        Meters.TAG_OUTCOME,
                        outcome,
                        Meters.TAG_FAULT,
                        fault)
                .increment();
    }

    private void tokens(String tenant, String pool, Usage usage) {
        tokens(tenant, pool, "input", usage.promptTokens());
        tokens(tenant, pool, "output", usage.completionTokens());
        tokens(tenant, pool, "cached", usage.cachedTokens());
    }

    private void tokens(String tenant, String pool, String kind, int count) {
        registry.counter(Meters.SETTLED_TOKENS, Meters.TAG_TENANT, tenant, Meters.TAG_POOL, pool, Meters.TAG_KIND, kind)
                .increment(count);
    }

    private static String sourceOf(Provenance provenance) {
        return switch (provenance) {
            case Provenance.Thought _ -> "engine";
            case Provenance.Cached _ -> "cache";
        };
    }

    private String poolOf(Outcome outcome) {
        PoolId pool = outcome.pool();
        return pool != null && pools.contains(pool) ? pool.value() : OTHER_POOL;
    }
}
