package dev.ponder.router.settlement.decision;

import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.fault.FaultCode;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.outcome.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets one outcome per request through. Changes nothing: deciding on a batch again decides the same. Stateless. */
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

    /**
     * Decides on a batch of one partition.
     *
     * @param values the records' values in order; null for a record without one
     * @param settled what is durably settled
     * @return one decision for each value, in their order
     */
    public List<Decision> decide(Iterable<byte @Nullable []> values, SettledIds settled, Instant now) {
        List<Decision> decisions = new ArrayList<>();
        Set<String> settledHere = new HashSet<>();
        for (byte @Nullable [] value : values) {
            decisions.add(
                    switch (OutcomeReader.read(value)) {
                        case OutcomeReader.Reading.Read(Outcome outcome) ->
                            decideOn(outcome, settled, settledHere, now);
                        case OutcomeReader.Reading.Unread(Fault fault) -> new Decision.Refused(fault);
                    });
        }
        return decisions;
    }

    private Decision decideOn(Outcome outcome, SettledIds settled, Set<String> settledHere, Instant now) {
        if (!tenants.contains(outcome.asked().tenant())) {
            return new Decision.Refused(
                    Fault.of(FaultCode.UNKNOWN_TENANT, "The tenant of this outcome is not set up here."));
        }
        String digest = outcome.asked().key().digest();
        if (settled.contains(digest, now) || !settledHere.add(digest)) {
            return new Decision.Duplicate(outcome.asked().key());
        }
        return results.settle(outcome, digest, now);
    }
}
