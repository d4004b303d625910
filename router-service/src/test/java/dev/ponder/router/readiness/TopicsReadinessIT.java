package dev.ponder.router.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.access.AccessPlan;
import dev.ponder.access.Grant;
import dev.ponder.access.Role;
import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.Topics;
import dev.ponder.local.broker.BrokerSecurity;
import dev.ponder.local.broker.RunningBroker;
import dev.ponder.local.broker.TopicProvisioner;
import dev.ponder.router.planning.PlanningConfig;
import dev.ponder.testkafka.Rights;
import dev.ponder.testkafka.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real broker that grants no more than it is told. */
@SuppressWarnings("NullAway.Init") // start() sets the fields before any test
final class TopicsReadinessIT {

    private static final String ROUTER = "router";
    private static final TenantId ACME = new TenantId("acme");
    private static final List<PoolId> POOLS = List.of(new PoolId("main"));

    private record Planning(String pool, Map<String, String> pools) implements PlanningConfig {}

    @TempDir
    private Path dir;

    private BrokerSecurity security;
    private RunningBroker broker;
    private Admin admin;

    @BeforeEach
    void start() throws Exception {
        security = BrokerSecurity.make(dir.resolve("tls"), Set.of(ROUTER));
        broker = TestKafka.embedded(dir.resolve("broker"), security.overrides(), "it needs logins and ACLs");
        admin = Admin.create(client(BrokerSecurity.SUPER_USER));
    }

    @AfterEach
    void stop() {
        admin.close();
        broker.stop();
    }

    @Test
    void isReadyOnceEveryTopicIsThereAndMayBeUsedAndSaysWhatLacksBefore() throws Exception {
        TopicsReadiness readiness = new TopicsReadiness(
                List.of("default", "acme"), List.of("main"), new Planning("main", Map.of()), client(ROUTER));
        List<Grant> grants = new AccessPlan(List.of(TenantId.DEFAULT, ACME), POOLS).of(Role.ROUTER);
        lay(List.of(TenantId.DEFAULT));
        grant(grants);

        await().untilAsserted(() -> assertThat(why(readiness.call(), "missing"))
                .contains(Topics.requests(ACME), Topics.results(ACME))
                .doesNotContain(Topics.OUTCOMES));

        withhold(grants, Topics.OUTCOMES);
        lay(List.of(TenantId.DEFAULT, ACME));

        await().untilAsserted(() -> assertThat(why(readiness.call(), "refused")).contains(Topics.OUTCOMES));

        grant(grants);

        await().untilAsserted(() -> assertThat(readiness.call().getStatus()).isEqualTo(Status.UP));
    }

    /** A broker applies what it was told a moment after it said so. */
    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30));
    }

    private static String why(HealthCheckResponse response, String name) {
        assertThat(response.getStatus()).isEqualTo(Status.DOWN);
        assertThat(response.getData())
                .hasValueSatisfying(data -> assertThat(data).containsOnlyKeys(name));
        return String.valueOf(response.getData().orElseThrow().get(name));
    }

    private void lay(List<TenantId> tenants) throws InterruptedException {
        new TopicProvisioner(admin).ensureTopics(new TopicPlan(tenants, POOLS, 1).specs());
    }

    private void grant(List<Grant> grants) throws Exception {
        Rights.grant(admin, grants.stream().map(TopicsReadinessIT::toRouter).toList());
    }

    private void withhold(List<Grant> grants, String topic) throws Exception {
        admin.deleteAcls(grants.stream()
                        .filter(one -> one.name().equals(topic))
                        .map(one -> toRouter(one).toFilter())
                        .toList())
                .all()
                .get();
    }

    private static AclBinding toRouter(Grant grant) {
        return grant.to("User:" + ROUTER);
    }

    private Map<String, Object> client(String user) {
        Map<String, Object> client = new HashMap<>(security.client(user));
        client.put("bootstrap.servers", broker.bootstrap());
        return client;
    }
}
