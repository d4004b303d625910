package dev.ponder.cluster.chart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.local.broker.BrokerSecurity;
import dev.ponder.local.broker.LocalBroker;
import dev.ponder.local.broker.RunningBroker;
import dev.ponder.local.broker.TopicProvisioner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * A broker as the values {@code secured} expect one: TLS, logins by SCRAM-SHA-512, and no right but those of the KafkaUsers that the chart
 * makes, given to it here in the place of Strimzi's operator.
 */
final class SecuredBroker implements AutoCloseable {

    private static final int ITERATIONS = 4096;
    private static final String PASSWORD = "known-to-this-check-alone";
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule required";

    private final BrokerSecurity security;
    private final RunningBroker broker;

    private SecuredBroker(BrokerSecurity security, RunningBroker broker) {
        this.security = security;
        this.broker = broker;
    }

    static SecuredBroker start(Path folder) throws IOException, InterruptedException {
        BrokerSecurity security = BrokerSecurity.make(folder.resolve("tls"), List.of());
        Map<String, String> keys = new HashMap<>(security.overrides());
        keys.put("listener.name.clients.sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512");
        keys.put("listener.name.clients.scram-sha-512.sasl.jaas.config", SCRAM + ";");
        return new SecuredBroker(security, LocalBroker.start(folder.resolve("broker"), keys));
    }

    /** Lays the topics, and makes of each KafkaUser a login with its rights. */
    void lay(List<JsonNode> users, List<TenantId> tenants, PoolId pool)
            throws InterruptedException, ExecutionException {
        try (Admin admin = admin()) {
            TopicProvisioner provisioner = new TopicProvisioner(admin);
            provisioner.ensureTopics(new TopicPlan(tenants, List.of(pool), 1).specs());
            provisioner.ensureShareGroup("ponder-reasoner", Duration.ofSeconds(30));
            for (JsonNode user : users) {
                String name = user.at("/metadata/name").asText();
                admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                                name, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), PASSWORD)))
                        .all()
                        .get();
                admin.createAcls(rights(name, user)).all().get();
            }
        }
    }

    private static List<AclBinding> rights(String name, JsonNode user) {
        List<AclBinding> rights = new ArrayList<>();
        for (JsonNode acl : user.at("/spec/authorization/acls")) {
            JsonNode resource = acl.path("resource");
            ResourcePattern pattern = new ResourcePattern(
                    ResourceType.fromString(Planned.snake(resource.path("type").asText())),
                    resource.path("name").asText(),
                    resource.path("patternType").asText().equals("prefix")
                            ? PatternType.PREFIXED
                            : PatternType.LITERAL);
            for (JsonNode operation : acl.path("operations")) {
                rights.add(new AclBinding(
                        pattern,
                        new AccessControlEntry(
                                "User:" + name,
                                "*",
                                AclOperation.fromString(Planned.snake(operation.asText())),
                                AclPermissionType.ALLOW)));
            }
        }
        return rights;
    }

    /** One who may do everything. */
    Admin admin() {
        Map<String, Object> client = new HashMap<>(security.client(BrokerSecurity.SUPER_USER));
        client.put("bootstrap.servers", broker.bootstrap());
        return Admin.create(client);
    }

    String bootstrap() {
        return broker.bootstrap();
    }

    /** Who vouches for it, PEM. */
    Path authority() {
        return security.certificate().pem();
    }

    /** What Strimzi writes into a user's Secret as {@code sasl.jaas.config}. */
    static String login(String user) {
        return "%s username=\"%s\" password=\"%s\";".formatted(SCRAM, user, PASSWORD);
    }

    @Override
    public void close() {
        broker.stop();
    }
}
