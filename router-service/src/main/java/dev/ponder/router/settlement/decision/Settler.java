package dev.ponder.router.settlement.decision;

import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.RequestKey;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.outcome.Asked;
import dev.ponder.contracts.outcome.Cancelled;
import dev.ponder.contracts.outcome.Dispatched;
import dev.ponder.contracts.outcome.Held;
import dev.ponder.contracts.outcome.Notice;
import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.outcome.Timings;
import dev.ponder.contracts.outcome.Usage;
import dev.ponder.contracts.plan.PoolId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets one outcome per request through, and none of an attempt that was given up. Changes nothing: deciding on a batch again decides the same. Stateless. */
public final class Settler {

    private final Set<TenantId> tenants;
    private final ResultWriter results;

    /**
     * Settles for the tenants that are set up.
     *
     * @param maxResultBytes the largest value that the results topics take
     */
    public Settler(Set<TenantId> tenants, PriceList prices, int maxResultBytes) {
        this.tenants = Set.copyOf(tenants);
        this.results = new ResultWriter(prices, maxResultBytes);
    }

    /** Whose requests are settled. */
    public Set<TenantId> tenants() {
        return tenants;
    }

    /**
     * Decides on a batch of one partition.
     *
     * @param values the records' values in order; null for a record without one
     * @param book what is durable
     * @return one decision for each value, in their order
     */
    public List<Decision> decide(Iterable<byte @Nullable []> values, Book book, Instant now) {
        List<Decision> decisions = new ArrayList<>();
        Draft draft = new Draft(book, now);
        for (byte @Nullable [] value : values) {
            decisions.add(
                    switch (NoticeReader.read(value)) {
                        case NoticeReader.Reading.Read(Notice notice) -> decideOn(notice, draft);
                        case NoticeReader.Reading.Unread(Fault fault) -> new Decision.Refused(fault);
                    });
        }
        return decisions;
    }

    private Decision decideOn(Notice notice, Draft draft) {
        if (!tenants.contains(notice.key().tenant())) {
            return new Decision.Refused(
                    Fault.of(FaultCode.UNKNOWN_TENANT, "The tenant of this outcome is not set up here."));
        }
        String digest = notice.key().digest();
        return switch (notice) {
            case Outcome outcome -> settle(outcome, digest, draft);
            case Dispatched dispatched -> open(dispatched, digest, draft);
            case Held held -> hold(held, digest, draft);
            case Cancelled cancelled -> cancel(cancelled, digest, draft);
        };
    }

    private Decision settle(Outcome outcome, String digest, Draft draft) {
        if (draft.isSettled(digest)) {
            return new Decision.Duplicate(outcome.key());
        }
        OpenWork work = draft.work(digest);
        if (work != null && outcome.asked().attempt() < work.attempt()) {
            return new Decision.Fenced(outcome.key());
        }
        boolean withdrawn = draft.isWithdrawn(digest);
        draft.settle(digest);
        Decision.Settled settled = results.settle(
                withdrawn ? cancelled(outcome.asked(), outcome.usage(), outcome.pool()) : outcome, digest, draft.now());
        return work == null ? settled : settled.ofWork(work.place());
    }

    /**
     * Whoever is not announced gets no result: the order may have come before its request, and is remembered for it, or so long after
     * it that its result was forgotten, and a second one would be a double.
     */
    private Decision cancel(Cancelled order, String digest, Draft draft) {
        OpenWork work = draft.work(digest);
        if (draft.isSettled(digest)) {
            return new Decision.Duplicate(order.key());
        }
        if (work != null) {
            return settle(cancelled(work.asked(), Usage.NONE, null), digest, draft);
        }
        draft.withdraw(digest);
        return new Decision.Withdrawn(order.key(), digest, draft.now());
    }

    private static Outcome cancelled(Asked asked, Usage spent, @Nullable PoolId pool) {
        return new Outcome.Failed(Notice.VERSION, asked, Cancelled.FAULT, spent, Timings.NONE, pool, null);
    }

    /** The later of two dispatches of one attempt counts: a router that crashed in between writes the work anew. */
    private Decision open(Dispatched dispatched, String digest, Draft draft) {
        OpenWork work = draft.work(digest);
        if (draft.isWithdrawn(digest) && !draft.isSettled(digest)) {
            return settle(cancelled(dispatched.asked(), Usage.NONE, null), digest, draft);
        }
        boolean fenced = work != null && dispatched.asked().attempt() < work.attempt();
        return draft.isSettled(digest) || fenced
                ? new Decision.Overtaken(dispatched.key())
                : note(OpenWork.of(dispatched, draft.now()), dispatched.key(), digest, draft);
    }

    /** A lease on work that nobody announced is nothing to go by: the work record's own notice was never written. */
    private static Decision hold(Held held, String digest, Draft draft) {
        OpenWork work = draft.work(digest);
        return work == null || draft.isSettled(digest) || held.attempt() != work.attempt()
                ? new Decision.Overtaken(held.key())
                : note(work.held(held.until(), draft.now()), held.key(), digest, draft);
    }

    private static Decision note(OpenWork work, RequestKey key, String digest, Draft draft) {
        draft.open(digest, work);
        return new Decision.Noted(key, digest, work);
    }
}
