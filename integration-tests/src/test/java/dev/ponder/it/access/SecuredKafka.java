package dev.ponder.it.access;

import dev.ponder.access.AccessPlan;
import dev.ponder.access.Grant;
import dev.ponder.access.Role;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.local.broker.BrokerSecurity;
import dev.ponder.local.broker.RunningBroker;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.local.connect.Cluster;
import dev.ponder.testkafka.Rights;
import dev.ponder.testkafka.TestKafka;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/** A broker with TLS and logins, on which each principal has what {@link AccessPlan} says and nothing else. */
final class SecuredKafka implements AutoCloseable {

    static final TenantId ACME = new TenantId("acme");
    static final TenantId OTHER = new TenantId("other");

    private static final List<TenantId> TENANTS = List.of(TenantId.DEFAULT, ACME, OTHER);
    private static final List<PoolId> POOLS = List.of(new PoolId("main"));
    private static final Map<String, Role> SERVICES = Map.of(
            "router",
            Role.ROUTER,
            "reasoner",
            Role.REASONER,
            "cache",
            Role.CACHE,
            "operator",
            Role.OPERATOR,
            "eraser",
            Role.ERASER);

    private final Path dir;
    private final BrokerSecurity security;
    private final RunningBroker broker;

    private SecuredKafka(Path dir, BrokerSecurity security, RunningBroker broker) {
        this.dir = dir;
        this.security = security;
        this.broker = broker;
    }

    static SecuredKafka start(Path dir) throws Exception {
        BrokerSecurity security = BrokerSecurity.make(
                dir.resolve("tls"),
                Set.of("router", "reasoner", "cache", "operator", "eraser", "acme", "other", "stranger"));
        RunningBroker broker =
                TestKafka.embedded(dir.resolve("broker"), security.overrides(), "it needs logins and ACLs");
        SecuredKafka kafka = new SecuredKafka(dir, security, broker);
        kafka.lay();
        return kafka;
    }

    private void lay() throws Exception {
        AccessPlan plan = new AccessPlan(TENANTS, POOLS);
        try (Admin admin = as(BrokerSecurity.SUPER_USER).admin()) {
            TopicProvisioner provisioner = new TopicProvisioner(admin);
            provisioner.ensureTopics(new TopicPlan(TENANTS, POOLS, 2).specs());
            provisioner.ensureShareGroup("ponder-reasoner", Duration.ofSeconds(30));
            for (Map.Entry<String, Role> service : SERVICES.entrySet()) {
                grant(admin, service.getKey(), plan.of(service.getValue()));
            }
            grant(admin, "acme", AccessPlan.ofTenant(ACME));
            grant(admin, "other", AccessPlan.ofTenant(OTHER));
        }
    }

    private static void grant(Admin admin, String user, List<Grant> grants) throws Exception {
        Rights.grant(admin, grants.stream().map(one -> one.to("User:" + user)).toList());
    }

    /** Gives a right back that was withheld. */
    void grant(String user, Grant grant) throws Exception {
        try (Admin admin = as(BrokerSecurity.SUPER_USER).admin()) {
            grant(admin, user, List.of(grant));
        }
    }

    /** Takes a right away. */
    void withhold(String user, Grant grant) throws Exception {
        try (Admin admin = as(BrokerSecurity.SUPER_USER).admin()) {
            admin.deleteAcls(List.of(grant.to("User:" + user).toFilter())).all().get();
        }
    }

    String bootstrap() {
        return broker.bootstrap();
    }

    /** The same Kafka as one of its users. */
    Cluster as(String user) {
        Map<String, Object> client = new HashMap<>(security.client(user));
        client.put("bootstrap.servers", broker.bootstrap());
        return new Cluster(client);
    }

    /** The user's settings as a service is told them. */
    Map<String, String> service(String user, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(more);
        security.client(user).forEach((key, value) -> properties.put("kafka." + key, value));
        return properties;
    }

    /** The user's settings as a command is told them. */
    Path clientConfig(String user) throws IOException {
        Properties properties = new Properties();
        as(user).client().forEach((key, value) -> properties.setProperty(key, value.toString()));
        Path file = dir.resolve(user + ".properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return file;
    }

    @Override
    public void close() {
        broker.stop();
    }
}
