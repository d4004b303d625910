package dev.ponder.router.orders;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.request.Order;
import dev.ponder.contracts.telemetry.Meters;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts orders. Tag values are bounded by the code and by the tenants that are set up. */
public final class OrderMeters {

    private final MeterRegistry registry;

    /** Counts in a registry. */
    public OrderMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void taken(TenantId tenant, Order order) {
        String outcome =
                switch (order) {
                    case Order.Cancel _ -> "cancel";
                    case Order.Faulty(var fault) -> fault.code().wire();
                };
        if (order instanceof Order.Faulty(var fault)) {
            registry.counter(
                            Meters.DEAD_LETTERS,
                            Meters.TAG_TENANT,
                            tenant.value(),
                            Meters.TAG_REASON,
                            fault.code().wire())
                    .increment();
        }
        registry.counter(Meters.ORDERS, Meters.TAG_TENANT, tenant.value(), Meters.TAG_OUTCOME, outcome)
                .increment();
    }
}
