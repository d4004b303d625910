package dev.ponder.router.readiness;

import dev.ponder.access.AccessPlan;
import dev.ponder.access.Role;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.TopicSpec;
import dev.ponder.router.planning.PlanningConfig;
import dev.ponder.router.readiness.MissingTopics.Answer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Ready once every topic has been seen and may be used as the router has to, otherwise names those that are missing, or what is
 * to be granted, also in the log at the start. Once is enough: what goes later shows in the channels that write to it.
 */
@Readiness
@Singleton
public final class TopicsReadiness implements HealthCheck {

    private static final Logger LOGGER = Logger.getLogger(TopicsReadiness.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final MissingTopics topics;
    private volatile boolean seen;
    /** Written by whoever probes; said twice where two probe at once. */
    private volatile String told = "";

    /** Checks what tenants and pools need. */
    @Inject
    public TopicsReadiness(
            @ConfigProperty(name = "ponder.tenants", defaultValue = "default") List<String> tenants,
            @ConfigProperty(name = "ponder.pools", defaultValue = "main") List<String> pools,
            PlanningConfig planning,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this(topics(kafka, tenants.stream().map(TenantId::new).toList(), planned(pools, planning)));
    }

    TopicsReadiness(MissingTopics topics) {
        this.topics = topics;
    }

    private static MissingTopics topics(Map<String, Object> kafka, List<TenantId> tenants, List<PoolId> pools) {
        List<String> needed = new TopicPlan(tenants, pools, 1)
                .specs().stream().map(TopicSpec::name).toList();
        return new MissingTopics(kafka, needed, new AccessPlan(tenants, pools).of(Role.ROUTER), PATIENCE);
    }

    private static List<PoolId> planned(List<String> pools, PlanningConfig planning) {
        return Stream.of(pools.stream(), planning.pools().values().stream(), Stream.of(planning.pool()))
                .flatMap(names -> names)
                .distinct()
                .map(PoolId::new)
                .toList();
    }

    void look(@Observes StartupEvent started) {
        HealthCheckResponse response = call();
        LOGGER.debugf("topics at the start: %s", response.getStatus());
    }

    @Override
    public HealthCheckResponse call() {
        if (seen) {
            return HealthCheckResponse.up("topics");
        }
        try {
            return answer(topics.ask());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return HealthCheckResponse.down("topics");
        }
    }

    private HealthCheckResponse answer(Answer answer) {
        return switch (answer) {
            case Answer.Missing(var missing)
            when missing.isEmpty() -> {
                seen = true;
                yield HealthCheckResponse.up("topics");
            }
            case Answer.Missing(var missing) -> down("missing", String.join(", ", new TreeSet<>(missing)));
            case Answer.Refused(String why) -> down("refused", why);
            case Answer.Unknown(String why) -> down("unknown", why);
        };
    }

    /** In the log once, not at each probe. */
    private HealthCheckResponse down(String name, String why) {
        if (!why.equals(told)) {
            told = why;
            LOGGER.warnf("not ready, topics %s: %s", name, why);
        }
        return HealthCheckResponse.named("topics").down().withData(name, why).build();
    }
}
