package dev.ponder.router.settlement.relay;

import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.contracts.telemetry.Spans;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.router.settlement.decision.Decision;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;

/** Settlement's meters. The settlement thread alone. */
public final class SettlementMeters {

    /** For requests without a pool, or with one that is not set up: a tag's values are bounded. */
    private static final String OTHER_POOL = "other";

    private final MeterRegistry registry;
    private final Set<PoolId> pools;
    private final Counter settled;
    private final Counter duplicates;
    private final Counter fenced;
    private final Counter refused;
    private final Counter unsure;
    private final Timer turns;

    /**
     * Registers the meters.
     *
     * @param pools that may be a tag's value
     */
    public SettlementMeters(MeterRegistry registry, Set<PoolId> pools) {
        this.registry = registry;
        this.pools = Set.copyOf(pools);
        this.settled = outcomes("settled");
        this.duplicates = outcomes("duplicate");
        this.fenced = outcomes("fenced");
        this.refused = outcomes("refused");
        this.unsure = outcomes("unsure");
        this.turns = registry.timer(Meters.PROCESS_DURATION, Spans.MESSAGING_DESTINATION, Topics.OUTCOMES);
    }

    void durable(Batch batch, Duration took) {
        batch.decided().forEach(this::count);
        turns.record(took);
    }

    /** Counts results that may be out although their batch failed: without a transaction they come again, and are doubles. */
    void unsure(Batch batch) {
        for (Decided one : batch.decided()) {
            if (one.decision() instanceof Decision.Settled) {
                unsure.increment();
            }
        }
    }

    private void count(Decided decided) {
        switch (decided.decision()) {
            case Decision.Settled done -> {
                settled.increment();
                cost(done).increment(done.price().amount().doubleValue());
            }
            case Decision.Duplicate _ -> duplicates.increment();
            case Decision.Fenced _ -> fenced.increment();
            case Decision.Noted _, Decision.Withdrawn _, Decision.Overtaken _ -> {}
            case Decision.Refused _ -> refused.increment();
        }
    }

    private Counter cost(Decision.Settled done) {
        String tenant = done.key().tenant().value();
        return registry.counter(Meters.COST, Meters.TAG_POOL, poolOf(done.outcome()), Meters.TAG_TENANT, tenant);
    }

    private String poolOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered ->
                pools.contains(answered.plan().pool()) ? answered.plan().pool().value() : OTHER_POOL;
            case Outcome.Failed _ -> OTHER_POOL;
        };
    }

    private Counter outcomes(String outcome) {
        return registry.counter(Meters.SETTLED, Meters.TAG_OUTCOME, outcome);
    }
}
