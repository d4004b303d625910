package dev.ponder.router.settlement;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.testkafka.TestKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** The shared broker with the topics of the house, for tests of the whole service. */
public final class BrokerResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        String bootstrap = TestKafka.shared();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            TopicPlan plan = new TopicPlan(List.of(TenantId.DEFAULT), List.of(new PoolId("main")), 3);
            new TopicProvisioner(admin).ensureTopics(plan.specs());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while laying topics", interrupted);
        }
        return Map.of("kafka.bootstrap.servers", bootstrap, "quarkus.http.test-port", "0");
    }

    @Override
    public void stop() {
        // The shared broker ends with the JVM.
    }
}
