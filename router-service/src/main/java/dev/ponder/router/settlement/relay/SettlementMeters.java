package dev.ponder.router.settlement.relay;

import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.contracts.telemetry.Spans;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.router.settlement.decision.Decision;
import dev.ponder.router.settlement.decision.OpenWork;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settlement's meters. The settlement thread, unless a method says otherwise. */
public final class SettlementMeters {

    private final MeterRegistry registry;
    private final ResultMeters results;
    private final OpenWorkMeters open;
    private final Counter settled;
    private final Counter duplicates;
    private final Counter fenced;
    private final Counter refused;
    private final Counter unsure;
    private final Counter unpublished;
    private final Timer turns;

    /**
     * Registers the meters.
     *
     * @param pools that may be a tag's value
     */
    public SettlementMeters(MeterRegistry registry, Set<PoolId> pools) {
        this.registry = registry;
        this.results = new ResultMeters(registry, pools);
        this.open = new OpenWorkMeters(registry);
        this.settled = outcomes("settled");
        this.duplicates = outcomes("duplicate");
        this.fenced = outcomes("fenced");
        this.refused = outcomes("refused");
        this.unsure = outcomes("unsure");
        this.unpublished = outcomes("unpublished");
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
                countResult(decided.unpublished(), done);
                done.givenUp().ifPresent(fault -> putAside(done.key().tenant(), fault.code()));
            }
            case Decision.Duplicate _ -> duplicates.increment();
            case Decision.Fenced _ -> fenced.increment();
            case Decision.Noted _, Decision.Withdrawn _, Decision.Overtaken _ -> {}
            case Decision.Refused(Fault fault) -> {
                refused.increment();
                putAside(TenantId.DEFAULT, fault.code());
            }
        }
    }

    /** What never came to its tenant is no result, and costs it nothing. */
    private void countResult(@Nullable Fault why, Decision.Settled done) {
        if (why == null) {
            settled.increment();
            results.count(done);
        } else {
            unpublished.increment();
            putAside(done.key().tenant(), why.code());
        }
    }

    /** Shows what is under way; none where this router settles nothing any more. */
    void underWay(Collection<OpenWork> works, Instant now) {
        open.look(works, now);
    }

    /** Counts a record that went to a tenant's dead letters. */
    private void putAside(TenantId owner, FaultCode why) {
        registry.counter(Meters.DEAD_LETTERS, Meters.TAG_TENANT, owner.value(), Meters.TAG_REASON, why.wire())
                .increment();
    }

    private Counter outcomes(String outcome) {
        return registry.counter(Meters.SETTLED, Meters.TAG_OUTCOME, outcome);
    }
}
