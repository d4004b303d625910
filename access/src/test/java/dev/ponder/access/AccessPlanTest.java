package dev.ponder.access;

import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.TopicSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessPlanTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final AccessPlan PLAN = new AccessPlan(List.of(ACME), List.of(new PoolId("main")));

    @Test
    void givesATenantItsOwnTopicsAndGroupsAlone() {
        List<Grant> grants = AccessPlan.ofTenant(ACME);

        assertThat(grants)
                .containsExactlyInAnyOrder(
                        Grant.on(TOPIC, "reasoning.requests.acme", WRITE),
                        Grant.on(TOPIC, "reasoning.control.acme", WRITE),
                        Grant.on(TOPIC, "reasoning.results.acme", READ),
                        Grant.on(TOPIC, "reasoning.chunks.acme", READ),
                        Grant.below(GROUP, "acme.", READ));
    }

    @Test
    void letsNoTenantsGroupsBeginLikeAnothers() {
        Grant groups = AccessPlan.ofTenant(ACME).getLast();

        assertThat("acme-2.readers").doesNotStartWith(groups.name());
    }

    @Test
    void givesTheCacheTheChainsAlone() {
        List<Grant> grants = PLAN.of(Role.CACHE);

        assertThat(grants)
                .containsExactlyInAnyOrder(
                        Grant.on(TOPIC, "reasoning.chains", READ), Grant.below(GROUP, "ponder-cache-", READ));
    }

    @Test
    void letsTheAutoscalerCountWorkAndReadNone() {
        List<Grant> grants = PLAN.of(Role.AUTOSCALER);

        assertThat(grants)
                .contains(
                        Grant.on(TOPIC, "reasoning.work.main.batch", DESCRIBE),
                        Grant.on(TOPIC, "reasoning.work.main.surplus", DESCRIBE),
                        Grant.on(GROUP, "ponder-reasoner", DESCRIBE))
                .allSatisfy(grant -> assertThat(grant.operation()).isEqualTo(DESCRIBE));
    }

    @Test
    void givesAReasonerTheDefaultTenantsDeadLettersAlone() {
        List<Grant> grants = PLAN.of(Role.REASONER);

        assertThat(grants)
                .contains(
                        Grant.on(TOPIC, "reasoning.dead-letters", WRITE),
                        Grant.on(TOPIC, "reasoning.work.main.batch", DESCRIBE_CONFIGS))
                .doesNotContain(Grant.on(TOPIC, "reasoning.dead-letters.acme", WRITE));
    }

    @Test
    void letsAnEraserDeleteATenantsOrders() {
        assertThat(PLAN.of(Role.ERASER))
                .contains(
                        Grant.on(TOPIC, "reasoning.control.acme", DELETE),
                        Grant.on(TOPIC, "reasoning.control.acme", DESCRIBE_CONFIGS))
                .doesNotContain(Grant.on(TOPIC, "reasoning.control.acme", READ));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "TENANT", mode = EnumSource.Mode.EXCLUDE)
    void givesNobodyAWholeKindOfTopics(Role role) {
        List<Grant> grants = PLAN.of(role);

        assertThat(grants)
                .filteredOn(grant -> grant.type() == TOPIC)
                .allSatisfy(grant -> assertThat(grant).isEqualTo(Grant.on(TOPIC, grant.name(), grant.operation())));
    }

    @Test
    void knowsEveryTopicOfTheHouse() {
        List<String> topics = new TopicPlan(List.of(TenantId.DEFAULT, ACME), List.of(new PoolId("main")), 1)
                .specs().stream().map(TopicSpec::name).toList();

        assertThat(topics).allSatisfy(topic -> assertThat(TopicKind.of(topic)).isPresent());
        assertThat(TopicKind.of("reasoning.requestsx")).isEmpty();
        assertThat(TopicKind.of("reasoning.outcomes.acme")).isEmpty();
    }

    @Test
    void hasNoGrantsOfTenantsInGeneral() {
        assertThatThrownBy(() -> PLAN.of(Role.TENANT)).hasMessageContaining("ofTenant");
    }
}
