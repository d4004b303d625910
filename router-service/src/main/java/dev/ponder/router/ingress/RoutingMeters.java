package dev.ponder.router.ingress;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.router.admission.Admission;
import dev.ponder.router.lookup.Lookup;
import dev.ponder.router.sharing.Share;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts what the router decided. Tag values are bounded by the code and by the tenants that are set up. */
public final class RoutingMeters {

    private final MeterRegistry registry;

    /** Counts in a registry. */
    public RoutingMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void admitted(TenantId tenant, Admission admission) {
        String outcome =
                switch (admission) {
                    case Admission.Admitted _ -> "admitted";
                    case Admission.Refused refused -> refused.fault().code().wire();
                    case Admission.Undecodable undecodable ->
                        undecodable.fault().code().wire();
                };
        registry.counter(Meters.REQUESTS, Meters.TAG_TENANT, tenant.value(), Meters.TAG_OUTCOME, outcome)
                .increment();
    }

    void shared(TenantId tenant, Share share) {
        String wire = share.name().toLowerCase(Locale.ROOT);
        registry.counter(Meters.SHARES, Meters.TAG_TENANT, tenant.value(), Meters.TAG_SHARE, wire)
                .increment();
    }

    void lookedUp(Lookup lookup) {
        String outcome =
                switch (lookup) {
                    case Lookup.Found _ -> "hit";
                    case Lookup.NotFound(String reason) -> reason;
                };
        registry.counter(Meters.LOOKUPS, Meters.TAG_OUTCOME, outcome).increment();
    }
}
