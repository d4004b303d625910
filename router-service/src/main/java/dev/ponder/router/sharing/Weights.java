package dev.ponder.router.sharing;

import dev.ponder.contracts.id.TenantId;
import java.util.Collection;
import java.util.Map;

/**
 * What part of a whole is whose.
 *
 * @param set the tenants whose weight is not 1
 */
record Weights(Map<TenantId, Integer> set) {

    Weights {
        set = Map.copyOf(set);
        set.forEach((tenant, weight) -> {
            if (weight < 1) {
                throw new IllegalArgumentException("weight of " + tenant + " is below 1: " + weight);
            }
        });
    }

    /** A tenant's part of {@code whole} while these, it among them, want some. */
    long part(long whole, TenantId tenant, Collection<TenantId> wanting) {
        long all = wanting.stream().mapToLong(this::of).sum();
        return (long) ((double) whole * (double) of(tenant) / (double) all);
    }

    private long of(TenantId tenant) {
        return set.getOrDefault(tenant, 1);
    }
}
