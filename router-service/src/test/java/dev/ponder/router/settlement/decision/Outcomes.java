package dev.ponder.router.settlement.decision;

import dev.ponder.contracts.chain.Chain;
import dev.ponder.contracts.chain.ChainStep;
import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.RequestId;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.json.Json;
import dev.ponder.contracts.outcome.Asked;
import dev.ponder.contracts.outcome.Cancelled;
import dev.ponder.contracts.outcome.Dispatched;
import dev.ponder.contracts.outcome.Held;
import dev.ponder.contracts.outcome.Notice;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Provenance;
import dev.ponder.contracts.outcome.Timings;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.plan.Classification;
import dev.ponder.contracts.plan.Plan;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.work.WorkPlace;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Outcomes as reasoners and routers write them, and a settler for them. */
public final class Outcomes {

    public static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    public static final String KEY = "k".repeat(64);
    public static final Provenance WHOLE = new Provenance.Thought(List.of("shard-0"), "stop");
    public static final int MAX_BYTES = 100_000;

    private Outcomes() {}

    public static Settler settler(String... tenants) {
        Set<TenantId> served = tenants.length == 0
                ? Set.of(TenantId.DEFAULT)
                : Set.copyOf(List.of(tenants).stream().map(TenantId::new).toList());
        Tariff general = new Tariff(new BigDecimal("0.60"), new BigDecimal("2.40"), "USD");
        Tariff dear = new Tariff(new BigDecimal("6"), new BigDecimal("24"), "EUR");
        return new Settler(served, new PriceList(general, Map.of(new PoolId("dear"), dear)), MAX_BYTES);
    }

    public static Outcome.Answered answered(String tenant, String id) {
        return answered(tenant, id, "main", WHOLE, KEY, "six times seven");
    }

    public static Outcome.Answered answered(
            String tenant, String id, String pool, Provenance provenance, @Nullable String key, String thought) {
        return new Outcome.Answered(
                Outcome.VERSION,
                asked(tenant, id),
                new Chain(List.of(new ChainStep(thought, 100)), "42", "42"),
                new Usage(1_000, 500, 400, 0),
                Timings.NONE,
                provenance,
                Plan.oneChain(new PoolId(pool), SloClass.INTERACTIVE, 1024),
                new Classification("math", 0.9, 0.8, "number", false, "rules-1"),
                key,
                null);
    }

    public static Outcome.Failed failed(String tenant, String id) {
        return failed(tenant, id, FaultCode.ENGINE_FAILED);
    }

    public static Outcome.Failed failed(String tenant, String id, FaultCode code) {
        Fault fault = Fault.of(code, "The engine failed.");
        return new Outcome.Failed(
                Outcome.VERSION, asked(tenant, id), fault, new Usage(1_000, 0, 0, 0), Timings.NONE, null);
    }

    /** One that failed on a pool. */
    public static Outcome.Failed failedOn(String pool, String id) {
        Outcome.Failed failed = failed("default", id);
        return new Outcome.Failed(
                failed.v(),
                failed.asked(),
                failed.fault(),
                failed.usage(),
                failed.timings(),
                new PoolId(pool),
                failed.unknown());
    }

    public static Dispatched dispatched(String id, int attempt) {
        return dispatched(id, attempt, 10, NOW.plusSeconds(300));
    }

    public static Dispatched dispatched(String id, int attempt, long offset, Instant deadline) {
        WorkPlace place = new WorkPlace("reasoning.work.main.interactive", 0, offset);
        return new Dispatched(Notice.VERSION, asked("default", id).again(attempt), deadline, place, 100, Map.of());
    }

    public static Held held(String id, int attempt) {
        return new Held(
                Notice.VERSION, TenantId.DEFAULT, new RequestId(id), attempt, "me", NOW.plusSeconds(60), Map.of());
    }

    public static Cancelled cancelled(String id) {
        return new Cancelled(Notice.VERSION, TenantId.DEFAULT, new RequestId(id), NOW.minusSeconds(1), Map.of());
    }

    public static byte[] json(Notice notice) {
        return Json.write(notice);
    }

    private static Asked asked(String tenant, String id) {
        return new Asked(new TenantId(tenant), new RequestId(id), 1, "k2-think", NOW.minusSeconds(2), false, null);
    }
}
