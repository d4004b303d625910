package dev.ponder.router.ingress;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.mechanics.time.Ticker;
import dev.ponder.router.admission.AdmissionConfig;
import dev.ponder.router.admission.AdmissionGate;
import dev.ponder.router.classification.RulesClassifier;
import dev.ponder.router.dispatch.Dispatch;
import dev.ponder.router.lookup.ChainLookup;
import dev.ponder.router.planning.Planner;
import dev.ponder.router.planning.PlanningConfig;
import dev.ponder.router.planning.WavesConfig;
import dev.ponder.router.planning.WavesRule;
import dev.ponder.router.sharing.FairSharing;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts a request's way together. */
@Singleton
final class RoutingProducer {

    @Produces
    @Singleton
    Routing routing(
            AdmissionConfig admission,
            PlanningConfig planning,
            WavesConfig waves,
            @ConfigProperty(name = "ponder.tenants", defaultValue = "default") List<String> tenants,
            ChainLookup cache,
            FairSharing sharing,
            Dispatch dispatch,
            MeterRegistry meters) {
        Ticker ticker = Ticker.system();
        return new Routing(
                new AdmissionGate(
                        admission, tenants.stream().map(TenantId::new).collect(Collectors.toUnmodifiableSet()), ticker),
                new RulesClassifier(),
                cache,
                new Planner(planning, WavesRule.of(waves, admission.largestWork())),
                sharing,
                dispatch,
                new RoutingMeters(meters),
                ticker);
    }
}
