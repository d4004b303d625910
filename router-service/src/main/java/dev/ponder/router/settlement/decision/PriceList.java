package dev.ponder.router.settlement.decision;

import static java.util.Objects.requireNonNull;

import dev.ponder.contracts.outcome.Outcome;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.result.Price;
import java.util.Map;

/**
 * The tariffs of all pools.
 *
 * @param general for pools without one of their own, and for requests that ended before they had a pool
 * @param pools by pool
 */
public record PriceList(Tariff general, Map<PoolId, Tariff> pools) {

    public PriceList {
        requireNonNull(general, "general is null");
        pools = Map.copyOf(pools);
    }

    /** Prices an outcome by the usage that it records. */
    Price of(Outcome outcome) {
        PoolId pool = outcome.pool();
        Tariff tariff = pool == null ? general : pools.getOrDefault(pool, general);
        return tariff.of(outcome.usage());
    }
}
