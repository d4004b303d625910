package dev.ponder.router.ingress;

import dev.ponder.contracts.fault.Fault;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.telemetry.Meters;
import dev.ponder.contracts.telemetry.Spans;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.router.admission.Admission;
import dev.ponder.router.lookup.Lookup;
import dev.ponder.router.sharing.Share;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.LongStream;

/** Counts what the router decided. Tag values are bounded by the code and by the tenants that are set up. */
public final class RoutingMeters {

    private static final Duration[] BOUNDS = LongStream.of(1, 2, 5, 10, 20, 50, 100, 250)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Timer lookups;

    /** Counts in a registry. */
    public RoutingMeters(MeterRegistry registry) {
        this.registry = registry;
        this.lookups =
                Timer.builder(Meters.LOOKUP_TIME).serviceLevelObjectives(BOUNDS).register(registry);
    }

    /** Notes how long a request record took, from its reading until everything that it led to was written. */
    void processed(TenantId owner, Duration took) {
        registry.timer(Meters.PROCESS_DURATION, Spans.MESSAGING_DESTINATION, Topics.requests(owner))
                .record(took);
    }

    void putAside(TenantId owner, Fault fault) {
        registry.counter(
                        Meters.DEAD_LETTERS,
                        Meters.TAG_TENANT,
                        owner.value(),
                        Meters.TAG_REASON,
                        fault.code().wire())
                .increment();
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

    /** Counts an answer of the cache, and how long it took. */
    void lookedUp(Lookup lookup, Duration took) {
        lookups.record(took);
        count(lookup);
    }

    /** Counts an answer that nobody asked the cache for. */
    void notAsked(Lookup.NotFound lookup) {
        count(lookup);
    }

    private void count(Lookup lookup) {
        String outcome =
                switch (lookup) {
                    case Lookup.Found _ -> "hit";
                    case Lookup.NotFound(String reason) -> reason;
                };
        registry.counter(Meters.LOOKUPS, Meters.TAG_OUTCOME, outcome).increment();
    }
}
