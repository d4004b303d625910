package dev.ponder.router.orders;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.router.dispatch.Dispatch;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts an order's way together. */
@Singleton
final class OrderProducer {

    @Produces
    @Singleton
    OrderDesk desk(
            @ConfigProperty(name = "ponder.tenants", defaultValue = "default") List<String> tenants,
            Dispatch dispatch,
            MeterRegistry meters) {
        return new OrderDesk(
                tenants.stream().map(TenantId::new).collect(Collectors.toUnmodifiableSet()),
                dispatch,
                new OrderMeters(meters));
    }
}
