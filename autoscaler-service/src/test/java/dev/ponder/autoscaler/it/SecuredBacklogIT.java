package dev.ponder.autoscaler.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.access.AccessPlan;
import dev.ponder.access.Grant;
import dev.ponder.access.Role;
import dev.ponder.autoscaler.kafka.KafkaBacklog;
import dev.ponder.autoscaler.pool.PoolConfig.QueueKind;
import dev.ponder.autoscaler.source.TopicBacklog;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.plan.SloClass;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.broker.BrokerSecurity;
import dev.ponder.local.broker.RunningBroker;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.testkafka.Rights;
import dev.ponder.testkafka.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the autoscaler is granted is enough to count, and a stranger is told what to grant. */
class SecuredBacklogIT {

    private static final PoolId MAIN = new PoolId("main");
    private static final String GROUP = "ponder-reasoner";
    private static final List<String> TOPICS = List.of(Topics.work(MAIN, SloClass.BATCH), Topics.surplus(MAIN));

    @Test
    void countsWithWhatIsGrantedAndSaysWhatIsLacking(@TempDir Path dir) throws Exception {
        BrokerSecurity security = BrokerSecurity.make(dir.resolve("tls"), Set.of("autoscaler", "stranger"));
        try (RunningBroker broker =
                        TestKafka.embedded(dir.resolve("broker"), security.overrides(), "it needs logins and ACLs");
                Admin admin = as(BrokerSecurity.SUPER_USER, security, broker);
                Admin granted = as("autoscaler", security, broker);
                Admin stranger = as("stranger", security, broker)) {
            lay(admin);

            assertThat(backlog(granted).read().values()).hasSize(2).containsOnly(Reading.of(new TopicBacklog(0, 0)));
            assertThat(backlog(stranger).read().values())
                    .allSatisfy(refused -> assertThat(refused)
                            .isInstanceOfSatisfying(
                                    Reading.Missing.class,
                                    missing -> assertThat(missing.why()).contains("DESCRIBE on topic")));
        }
    }

    private static void lay(Admin admin) throws Exception {
        TopicProvisioner provisioner = new TopicProvisioner(admin);
        provisioner.ensureTopics(new TopicPlan(List.of(), List.of(MAIN), 1).specs());
        provisioner.ensureShareGroup(GROUP, Duration.ofSeconds(30));
        List<Grant> grants = new AccessPlan(List.of(), List.of(MAIN)).of(Role.AUTOSCALER);
        Rights.grant(
                admin, grants.stream().map(one -> one.to("User:autoscaler")).toList());
    }

    private static KafkaBacklog backlog(Admin admin) {
        return new KafkaBacklog(admin, TOPICS, GROUP, QueueKind.SHARE_GROUP, Duration.ofSeconds(5));
    }

    private static Admin as(String user, BrokerSecurity security, RunningBroker broker) {
        Map<String, Object> client = new HashMap<>(security.client(user));
        client.put("bootstrap.servers", broker.bootstrap());
        return Admin.create(client);
    }
}
