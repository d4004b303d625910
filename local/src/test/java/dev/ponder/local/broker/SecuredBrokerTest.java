package dev.ponder.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ponder.access.AccessCheck;
import dev.ponder.access.AccessPlan;
import dev.ponder.access.Grant;
import dev.ponder.access.Refusals;
import dev.ponder.access.Role;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.TopicSpec;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.connect.Cluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real refusals of a real broker, which nothing else can tell of. */
@SuppressWarnings("NullAway.Init") // start() sets the fields before any test
class SecuredBrokerTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final TenantId OTHER = new TenantId("other");
    private static final AccessPlan PLAN = new AccessPlan(List.of(ACME, OTHER), List.of(new PoolId("main")));

    @TempDir
    static Path dir;

    private static BrokerSecurity security;
    private static RunningBroker broker;

    @BeforeAll
    static void start() throws Exception {
        security = BrokerSecurity.make(dir.resolve("tls"), Set.of("acme", "router", "nobody"));
        broker = LocalBroker.start(dir.resolve("broker"), security.overrides());
        try (Admin admin = as(BrokerSecurity.SUPER_USER).admin()) {
            new TopicProvisioner(admin)
                    .ensureTopics(new TopicPlan(PLAN.tenants(), PLAN.pools(), 1)
                            .specs().stream().toList());
            new TopicProvisioner(admin)
                    .ensureTopics(List.of(new TopicSpec(Topics.deadLetters(TenantId.DEFAULT), 1, Map.of())));
            grant(admin, "User:acme", AccessPlan.ofTenant(ACME));
            grant(admin, "User:router", PLAN.of(Role.ROUTER));
        }
    }

    @AfterAll
    static void stop() {
        broker.stop();
    }

    @Test
    void letsATenantWriteItsOwnRequestsAlone() {
        try (Producer<byte[], byte[]> acme = as("acme").writer()) {
            assertThat(write(acme, Topics.requests(ACME))).isNull();
            assertThat(explained(write(acme, Topics.requests(OTHER)), Role.TENANT))
                    .contains("WRITE on topic reasoning.requests.other");
            assertThat(explained(write(acme, Topics.OUTCOMES), Role.TENANT)).contains("topic reasoning.outcomes");
        }
    }

    @Test
    void saysWhatToGrantWhereNothingIsGranted() {
        try (Producer<byte[], byte[]> nobody = as("nobody").writer()) {
            Throwable refused = write(nobody, Topics.requests(ACME));

            assertThat(explained(refused, Role.TENANT)).contains("WRITE on topic reasoning.requests.acme");
        }
    }

    @Test
    void saysWhichGroupAndWhichTransactionalIdToGrant() {
        Throwable group = catchThrowable(() -> join("other.readers", Topics.results(ACME)));
        Throwable transaction = catchThrowable(() -> transact("ponder-settlement-a"));

        assertThat(explained(group, Role.TENANT)).contains("READ on group other.readers");
        assertThat(explained(transaction, Role.ROUTER))
                .contains("WRITE on every transactional id that begins with ponder-settlement");
    }

    @Test
    void saysThatALoginIsWrong() {
        Map<String, Object> keys = new HashMap<>(as("acme").client());
        keys.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"acme\" password=\"guess\";");

        try (Consumer<byte[], byte[]> guessing = new Cluster(keys).reader()) {
            Throwable refused = catchThrowable(() -> guessing.partitionsFor(Topics.results(ACME)));

            assertThat(explained(refused, Role.TENANT)).contains("does not accept this client's login");
        }
    }

    @Test
    void findsNothingLackingWhereEverythingIsGranted() throws Exception {
        try (Admin router = as("router").admin()) {
            assertThat(new AccessCheck(router, Duration.ofSeconds(10)).lacking(PLAN.of(Role.ROUTER)))
                    .isEmpty();
        }
    }

    @Test
    void findsEachOperationThatIsLacking() throws Exception {
        try (Admin acme = as("acme").admin()) {
            List<Grant> lacking = new AccessCheck(acme, Duration.ofSeconds(10)).lacking(PLAN.of(Role.ROUTER));

            String said = Refusals.lacking(lacking, Role.ROUTER);
            assertThat(said)
                    .startsWith(
                            "Kafka refuses access: grant this client's principal READ on topic reasoning.requests.acme");
            assertThat(lacking).extracting(Grant::name).contains("reasoning.outcomes", "ponder-router");
        }
    }

    private static Cluster as(String user) {
        Map<String, Object> keys = new HashMap<>(security.client(user));
        keys.put("bootstrap.servers", broker.bootstrap());
        return new Cluster(keys);
    }

    private static void grant(Admin admin, String principal, List<Grant> grants) throws Exception {
        List<AclBinding> bindings =
                grants.stream().map(one -> one.to(principal)).toList();
        admin.createAcls(bindings).all().get();
    }

    @Nullable
    private static Throwable write(Producer<byte[], byte[]> producer, String topic) {
        return catchThrowable(
                () -> producer.send(new ProducerRecord<>(topic, new byte[1])).get());
    }

    private static void join(String group, String topic) {
        Map<String, Object> keys = new HashMap<>(as("acme").client());
        keys.put("group.id", group);
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(keys, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            consumer.committed(Set.of(new TopicPartition(topic, 0)));
        }
    }

    private static void transact(String id) {
        Map<String, Object> keys = new HashMap<>(as("acme").client());
        keys.put("transactional.id", id);
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(keys, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
        }
    }

    private static String explained(@Nullable Throwable failure, Role role) {
        return Refusals.explain(failure, role).orElse("not refused: " + failure);
    }
}
