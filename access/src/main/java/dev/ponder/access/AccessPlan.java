package dev.ponder.access;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import dev.ponder.contracts.id.TenantId;
import dev.ponder.contracts.plan.PoolId;
import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.TopicSpec;
import dev.ponder.contracts.topic.Topics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;

/**
 * Everything that the principals of an installation need, and nothing more, under the group names that the services have
 * unless they are told others.
 *
 * @param tenants who may ask
 * @param pools which pools work
 */
public record AccessPlan(List<TenantId> tenants, List<PoolId> pools) {

    private static final String REQUESTS_GROUP = "ponder-router";
    private static final String SETTLEMENT = "ponder-settlement";
    private static final String REASONERS_GROUP = "ponder-reasoner";
    private static final String ROUTERS_ORDERS_GROUP = "ponder-router-orders";
    private static final String ROUTERS_SHARING_GROUPS = "ponder-router-sharing-";
    private static final String REASONERS_ORDERS_GROUPS = "ponder-reasoner-orders-";
    private static final String CACHES_GROUPS = "ponder-cache-";

    public AccessPlan {
        tenants = List.copyOf(tenants);
        pools = List.copyOf(pools);
    }

    /** What one tenant needs: its own topics, and groups to read them in whose names begin with its own and a dot. */
    public static List<Grant> ofTenant(TenantId tenant) {
        Stream<Grant> topics = topics(Role.TENANT, new TopicPlan(List.of(tenant), List.of(), 1));
        return Stream.concat(topics, groups(Role.TENANT, Optional.of(tenant))).toList();
    }

    /** What a service or an operator needs. */
    public List<Grant> of(Role role) {
        if (role == Role.TENANT) {
            throw new IllegalArgumentException("each tenant has grants of its own, see ofTenant");
        }
        // What nobody can be named for lies with the default tenant's dead letters, whoever else is served.
        Stream<Grant> defaults = topics(role, new TopicPlan(List.of(TenantId.DEFAULT), List.of(), 1))
                .filter(grant -> grant.name().equals(Topics.deadLetters(TenantId.DEFAULT)))
                .filter(grant -> grant.operation() != AclOperation.DELETE);
        Stream<Grant> served = topics(role, new TopicPlan(tenants, pools, 1)).filter(grant -> writesThere(role, grant));
        return Stream.of(served, defaults, groups(role, Optional.empty()))
                .flatMap(grants -> grants)
                .distinct()
                .toList();
    }

    /** What a role needs on one topic; nothing where the topic is none of ours. */
    public static List<Grant> on(Role role, String topic) {
        return TopicKind.of(topic).map(kind -> Rights.of(role, kind)).orElse(List.of()).stream()
                .map(operation -> Grant.on(TOPIC, topic, operation))
                .toList();
    }

    /** What a role needs besides topics. Transactional ids and the groups of those who hear all differ by process, hence prefixes. */
    static Stream<Grant> groups(Role role, Optional<TenantId> tenant) {
        return switch (role) {
            case TENANT -> tenant.stream().map(own -> Grant.below(GROUP, own + ".", READ));
            case ROUTER ->
                Stream.of(
                        Grant.on(GROUP, REQUESTS_GROUP, READ),
                        Grant.on(GROUP, ROUTERS_ORDERS_GROUP, READ),
                        Grant.below(GROUP, ROUTERS_SHARING_GROUPS, READ),
                        Grant.on(GROUP, SETTLEMENT, READ),
                        Grant.on(GROUP, REASONERS_GROUP, DESCRIBE),
                        Grant.below(TRANSACTIONAL_ID, SETTLEMENT, WRITE));
            case REASONER ->
                Stream.of(
                        Grant.on(GROUP, REASONERS_GROUP, READ),
                        Grant.on(GROUP, REASONERS_GROUP, DESCRIBE_CONFIGS),
                        Grant.below(GROUP, REASONERS_ORDERS_GROUPS, READ));
            case CACHE -> Stream.of(Grant.below(GROUP, CACHES_GROUPS, READ));
            case AUTOSCALER -> Stream.of(Grant.on(GROUP, REASONERS_GROUP, DESCRIBE));
            case OPERATOR, ERASER -> Stream.empty();
        };
    }

    /** Unreadable work is nobody's, so reasoners put it with the default tenant's dead letters alone. */
    private static boolean writesThere(Role role, Grant grant) {
        return role != Role.REASONER
                || TopicKind.of(grant.name())
                        .filter(kind -> kind == TopicKind.DEAD_LETTERS)
                        .isEmpty();
    }

    private static Stream<Grant> topics(Role role, TopicPlan plan) {
        return plan.specs().stream().map(TopicSpec::name).flatMap(topic -> on(role, topic).stream());
    }
}
