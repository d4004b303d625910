package dev.ponder.testkafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.local.broker.BrokerSecurity;
import dev.ponder.local.broker.RunningBroker;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RightsTest {

    @Test
    void holdOnTheBrokerAsSoonAsTheyAreGranted(@TempDir Path dir) throws Exception {
        BrokerSecurity security = BrokerSecurity.make(dir.resolve("tls"), Set.of("reader"));
        try (RunningBroker broker =
                        TestKafka.embedded(dir.resolve("broker"), security.overrides(), "it needs logins and ACLs");
                Admin admin = as(BrokerSecurity.SUPER_USER, security, broker);
                Admin reader = as("reader", security, broker)) {
            admin.createTopics(List.of(new NewTopic("read", 1, (short) 1)))
                    .all()
                    .get();

            Rights.grant(admin, List.of(toDescribe("read")));

            assertThat(reader.describeTopics(List.of("read")).allTopicNames().get())
                    .containsOnlyKeys("read");
        }
    }

    private static AclBinding toDescribe(String topic) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry("User:reader", "*", AclOperation.DESCRIBE, AclPermissionType.ALLOW));
    }

    private static Admin as(String user, BrokerSecurity security, RunningBroker broker) {
        Map<String, Object> client = new HashMap<>(security.client(user));
        client.put("bootstrap.servers", broker.bootstrap());
        return Admin.create(client);
    }
}
