package dev.ponder.local.launch;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.local.broker.TopicProvisioner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Lays the topics of some tenants and one pool, and the reasoners' share group, on a fresh broker. */
final class Provisioning {

    private static final String REASONERS = "ponder-reasoner";
    private static final PoolId POOL = new PoolId("main");
    private static final Duration RECORD_LOCK = Duration.ofSeconds(30);

    private Provisioning() {}

    static void lay(String bootstrap, List<TenantId> tenants, int partitions) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            TopicProvisioner provisioner = new TopicProvisioner(admin);
            provisioner.ensureTopics(new TopicPlan(tenants, List.of(POOL), partitions).specs());
            provisioner.ensureShareGroup(REASONERS, RECORD_LOCK);
        }
    }
}
