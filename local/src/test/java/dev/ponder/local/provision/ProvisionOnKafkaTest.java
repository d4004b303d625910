package dev.ponder.local.provision;

import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.local.broker.BrokerSecurity;
import dev.ponder.local.broker.LocalBroker;
import dev.ponder.local.broker.RunningBroker;
import dev.ponder.local.connect.TenantConverter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** On real brokers. */
class ProvisionOnKafkaTest {

    private static final List<String> PLAN = List.of("--tenant", "lays", "--pool", "lays", "--partitions", "1");

    private static int run(List<String> where, String... more) {
        return new CommandLine(new ProvisionCommand())
                .registerConverter(TenantId.class, new TenantConverter())
                .execute(Stream.of(where.stream(), PLAN.stream(), Stream.of(more))
                        .flatMap(arguments -> arguments)
                        .toArray(String[]::new));
    }

    /** On a broker of its own: on a shared one others' topics lie, as they liked them. */
    @Test
    void laysWhatIsMissingAndThenFindsItFit(@TempDir Path dir) throws Exception {
        try (RunningBroker broker = LocalBroker.start(dir)) {
            List<String> where = List.of("--bootstrap", broker.bootstrap());
            int before = run(where, "--check");

            int laid = run(where);

            assertThat(before).isEqualTo(1);
            assertThat(laid).isZero();
            assertThat(run(where, "--check")).isZero();
        }
    }

    @Test
    void laysNoShareGroupForAConsumerGroup(@TempDir Path dir) throws Exception {
        try (RunningBroker broker = LocalBroker.start(dir);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            List<String> where = List.of("--bootstrap", broker.bootstrap());

            int laid = run(where, "--queue", "consumer-group");

            assertThat(laid).isZero();
            assertThat(run(where, "--queue", "consumer-group", "--check")).isZero();
            assertThat(new LaidTopics(admin).group("ponder-reasoner").get("share.auto.offset.reset"))
                    .isNotEqualTo("earliest");
            assertThat(run(where, "--check")).isEqualTo(1);
        }
    }

    /** A broker before 4.2 knows no setting of a share group: whoever asks for one is refused, as without the right to. */
    @Test
    void asksNothingOfAGroupThatItMayNotTouch(@TempDir Path dir) throws Exception {
        BrokerSecurity security = BrokerSecurity.make(dir.resolve("tls"), Set.of("setup"));
        try (RunningBroker broker = LocalBroker.start(dir.resolve("broker"), security.overrides());
                Admin admin = Admin.create(client(BrokerSecurity.SUPER_USER, security, broker))) {
            admin.createAcls(Stream.of(CREATE, DESCRIBE, DESCRIBE_CONFIGS)
                            .map(one -> below("setup", one))
                            .toList())
                    .all()
                    .get();
            List<String> where = as("setup", security, broker, dir);

            int laid = run(where, "--queue", "consumer-group");

            assertThat(laid).isZero();
            assertThat(run(where, "--queue", "consumer-group", "--check")).isZero();
            assertThat(run(where)).isNotZero();
        }
    }

    @Test
    void letsTopicsGrowAndSettlementStay(@TempDir Path dir) throws Exception {
        try (RunningBroker broker = LocalBroker.start(dir);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            List<String> where = List.of("--bootstrap", broker.bootstrap());
            int laid = run(where);
            admin.createPartitions(Map.of(
                            "reasoning.requests.lays", NewPartitions.increaseTo(3),
                            "reasoning.outcomes", NewPartitions.increaseTo(2)))
                    .all()
                    .get();

            int grown = run(where, "--check");

            assertThat(laid).isZero();
            assertThat(grown).isEqualTo(1);
            assertThat(new LaidTopics(admin)
                            .read(List.of("reasoning.requests.lays", "reasoning.register"))
                            .values())
                    .extracting(LaidTopic::partitions)
                    .containsExactlyInAnyOrder(3, 1);
        }
    }

    @Test
    void laysSettlementWithANumberOfItsOwn(@TempDir Path dir) throws Exception {
        try (RunningBroker broker = LocalBroker.start(dir);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            List<String> where = List.of("--bootstrap", broker.bootstrap());

            int laid = run(where, "--settlement-partitions", "2");

            assertThat(laid).isZero();
            assertThat(new LaidTopics(admin).read(TopicPlan.SETTLEMENT).values())
                    .extracting(LaidTopic::partitions)
                    .containsExactly(2, 2, 2);
            assertThat(run(where, "--check")).isEqualTo(1);
            assertThat(run(where, "--settlement-partitions", "2", "--check")).isZero();
        }
    }

    @Test
    void laysWorkOfAConsumerGroupForSeveralReasoners(@TempDir Path dir) throws Exception {
        try (RunningBroker broker = LocalBroker.start(dir);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            List<String> where = List.of("--bootstrap", broker.bootstrap(), "--queue", "consumer-group");

            int laid = run(where, "--work-partitions", "3");

            assertThat(laid).isZero();
            assertThat(new LaidTopics(admin)
                            .read(List.of("reasoning.work.lays.interactive", "reasoning.work.lays.surplus"))
                            .values())
                    .extracting(LaidTopic::partitions)
                    .containsExactly(3, 3);
            assertThat(run(where, "--work-partitions", "2", "--check")).isZero();
        }
    }

    @Test
    void refusesSeveralPartitionsOfWorkForAShareGroup() {
        int refused = run(List.of("--bootstrap", "localhost:1"), "--work-partitions", "3");

        assertThat(refused).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    @Test
    void refusesAQueueThatReasonersDoNotKnow() {
        int refused = run(List.of("--bootstrap", "localhost:1"), "--queue", "shared");

        assertThat(refused).isEqualTo(CommandLine.ExitCode.USAGE);
    }

    @Test
    void needsNoMoreThanTheRightsOfTheSetupJob(@TempDir Path dir) throws Exception {
        BrokerSecurity security = BrokerSecurity.make(dir.resolve("tls"), Set.of("setup", "strimzi"));
        try (RunningBroker broker = LocalBroker.start(dir.resolve("broker"), security.overrides());
                Admin admin = Admin.create(client(BrokerSecurity.SUPER_USER, security, broker))) {
            Stream<AclBinding> group = Stream.of("setup", "strimzi")
                    .flatMap(user -> Stream.of(ALTER_CONFIGS, DESCRIBE_CONFIGS)
                            .map(one -> allow(user, ResourceType.GROUP, "ponder-reasoner", PatternType.LITERAL, one)));
            Stream<AclBinding> topics = Stream.concat(
                    Stream.of(CREATE, DESCRIBE, DESCRIBE_CONFIGS).map(one -> below("setup", one)),
                    Stream.of(DESCRIBE, DESCRIBE_CONFIGS).map(one -> below("strimzi", one)));
            admin.createAcls(Stream.concat(group, topics).toList()).all().get();

            int groupAlone = run(as("strimzi", security, broker, dir), "--group-only");
            int all = run(as("setup", security, broker, dir));

            assertThat(groupAlone).isZero();
            assertThat(all).isZero();
            assertThat(run(as("strimzi", security, broker, dir), "--check")).isZero();
        }
    }

    private static AclBinding below(String user, AclOperation operation) {
        return allow(user, ResourceType.TOPIC, "reasoning.", PatternType.PREFIXED, operation);
    }

    private static AclBinding allow(
            String user, ResourceType type, String name, PatternType pattern, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
    }

    private static List<String> as(String user, BrokerSecurity security, RunningBroker broker, Path dir)
            throws IOException {
        String lines = client(user, security, broker).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
        return List.of(
                "--client-config",
                Files.writeString(dir.resolve(user + ".properties"), lines).toString());
    }

    private static Map<String, Object> client(String user, BrokerSecurity security, RunningBroker broker) {
        Map<String, Object> client = new HashMap<>(security.client(user));
        client.put("bootstrap.servers", broker.bootstrap());
        return client;
    }
}
