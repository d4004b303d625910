package dev.ponder.cache.intake;

import dev.ponder.access.AccessCheck;
import dev.ponder.access.AccessPlan;
import dev.ponder.access.Grant;
import dev.ponder.access.Refusals;
import dev.ponder.access.Role;
import dev.ponder.cache.learning.CatchUp;
import dev.ponder.contracts.topic.Topics;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.jboss.logging.Logger;

/**
 * Says at the start if the cache may not read the chains topic: to a consumer that may not see a topic it looks as if there were
 * none. The cache starts all the same, since lookups miss without harm. Owns a virtual thread for as long as the broker takes to
 * answer.
 */
@Singleton
final class ChainAccess {

    private static final Logger LOGGER = Logger.getLogger(ChainAccess.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Object> client;
    private final CatchUp catchUp;

    ChainAccess(@Identifier("default-kafka-broker") Map<String, Object> client, CatchUp catchUp) {
        this.client = Map.copyOf(client);
        this.catchUp = catchUp;
    }

    void look(@Observes StartupEvent started) {
        Thread.ofVirtual().name("chain-access").start(this::look);
    }

    private void look() {
        try (Admin admin = Admin.create(client)) {
            List<Grant> lacking = new AccessCheck(admin, PATIENCE).lacking(AccessPlan.on(Role.CACHE, Topics.CHAINS));
            if (!lacking.isEmpty()) {
                String why = Refusals.lacking(lacking, Role.CACHE);
                LOGGER.error(why);
                catchUp.stalled(why);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
