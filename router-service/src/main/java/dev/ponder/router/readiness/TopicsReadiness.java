package dev.ponder.router.readiness;

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
 * Ready once every topic has been seen, otherwise names those that are missing, also in the log at the start. Once is enough: a
 * topic that goes later shows in the channels that write to it.
 */
@Readiness
@Singleton
public final class TopicsReadiness implements HealthCheck {

    private static final Logger LOGGER = Logger.getLogger(TopicsReadiness.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final MissingTopics topics;
    private volatile boolean seen;

    /** Checks what tenants and pools need. */
    @Inject
    public TopicsReadiness(
            @ConfigProperty(name = "ponder.tenants", defaultValue = "default") List<String> tenants,
            @ConfigProperty(name = "ponder.pools", defaultValue = "main") List<String> pools,
            PlanningConfig planning,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this(new MissingTopics(kafka, needed(tenants, pools, planning), PATIENCE));
    }

    TopicsReadiness(MissingTopics topics) {
        this.topics = topics;
    }

    private static List<String> needed(List<String> tenants, List<String> pools, PlanningConfig planning) {
        List<PoolId> planned = Stream.of(pools.stream(), planning.pools().values().stream(), Stream.of(planning.pool()))
                .flatMap(names -> names)
                .distinct()
                .map(PoolId::new)
                .toList();
        List<TenantId> served = tenants.stream().map(TenantId::new).toList();
        return new TopicPlan(served, planned, 1)
                .specs().stream().map(TopicSpec::name).toList();
    }

    void warn(@Observes StartupEvent started) {
        HealthCheckResponse response = call();
        response.getData().ifPresent(why -> LOGGER.warnf("not ready: %s", why));
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
            case Answer.Unknown(String why) -> down("unknown", why);
        };
    }

    private static HealthCheckResponse down(String name, String why) {
        return HealthCheckResponse.named("topics").down().withData(name, why).build();
    }
}
