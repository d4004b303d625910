package dev.ponder.access;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;

/**
 * Makes a refused access a sentence that says what to grant. A client does not know as whom the broker sees it, so the sentence
 * names operation and resource. Pure.
 */
public final class Refusals {

    private static final int DEEPEST = 16;
    private static final int MOST_RESOURCES = 5;

    private Refusals() {}

    /** Explains a failure, or what caused it; empty where access was not refused. */
    public static Optional<String> explain(@Nullable Throwable failure, Role role) {
        return Stream.iterate(failure, one -> one != null, Throwable::getCause)
                .limit(DEEPEST)
                .<String>mapMulti((one, sink) -> sentence(one, role).ifPresent(sink))
                .findFirst();
    }

    /** What to say of rights that are found to be lacking. */
    public static String lacking(Collection<Grant> grants, Role role) {
        Map<String, List<AclOperation>> byResource = grants.stream()
                .collect(Collectors.groupingBy(
                        Grant::resource,
                        LinkedHashMap::new,
                        Collectors.mapping(Grant::operation, Collectors.toList())));
        String all = byResource.entrySet().stream()
                .limit(MOST_RESOURCES)
                .map(entry -> words(entry.getValue()) + " on " + entry.getKey())
                .collect(Collectors.joining(", "));
        int more = byResource.size() - MOST_RESOURCES;
        return "Kafka refuses access: grant this client's principal " + all
                + (more > 0 ? ", and on " + more + " more" : "") + " (./ponder acls prints all that " + role.label()
                + " needs)";
    }

    private static Optional<String> sentence(Throwable failure, Role role) {
        return switch (failure) {
            case TopicAuthorizationException topics ->
                Optional.of(lacking(ofTopics(topics.unauthorizedTopics(), role), role));
            case GroupAuthorizationException group -> Optional.of(lacking(ofGroup(group.groupId(), role), role));
            case TransactionalIdAuthorizationException _ ->
                Optional.of(lacking(of(ResourceType.TRANSACTIONAL_ID, role, AclOperation.WRITE), role));
            case ClusterAuthorizationException _ ->
                Optional.of(lacking(
                                List.of(Grant.on(ResourceType.CLUSTER, "kafka-cluster", AclOperation.IDEMPOTENT_WRITE)),
                                role)
                        + "; WRITE on any one topic grants that too");
            case AuthorizationException other -> Optional.of("Kafka refuses access: " + other.getMessage());
            case AuthenticationException login ->
                Optional.of(
                        "Kafka does not accept this client's login: see its security.protocol, sasl and ssl settings ("
                                + login.getMessage() + ")");
            default -> Optional.empty();
        };
    }

    /** Not every refusal names its topics. */
    private static List<Grant> ofTopics(Collection<String> topics, Role role) {
        if (topics.isEmpty()) {
            return of(ResourceType.TOPIC, role, AclOperation.DESCRIBE);
        }
        return new TreeSet<>(topics)
                .stream().flatMap(topic -> onTopic(topic, role)).toList();
    }

    /** A topic that the role has no business with is named all the same: somebody tried. */
    private static Stream<Grant> onTopic(String topic, Role role) {
        List<Grant> needed = AccessPlan.on(role, topic);
        return needed.isEmpty()
                ? Stream.of(Grant.on(ResourceType.TOPIC, topic, AclOperation.DESCRIBE))
                : needed.stream();
    }

    /** A group may have another name than it comes with; what is done in it stays the same. */
    private static List<Grant> ofGroup(@Nullable String group, Role role) {
        List<Grant> needed = of(ResourceType.GROUP, role, AclOperation.READ);
        return group == null
                ? needed
                : needed.stream()
                        .map(Grant::operation)
                        .distinct()
                        .map(operation -> Grant.on(ResourceType.GROUP, group, operation))
                        .toList();
    }

    private static List<Grant> of(ResourceType type, Role role, AclOperation otherwise) {
        List<Grant> needed = AccessPlan.groups(role, Optional.empty())
                .filter(grant -> grant.type() == type)
                .toList();
        return needed.isEmpty() ? List.of(Grant.on(type, "in question", otherwise)) : needed;
    }

    /** {@code READ, WRITE and DELETE}. */
    private static String words(List<AclOperation> operations) {
        List<String> names =
                operations.stream().distinct().map(AclOperation::name).toList();
        String last = names.getLast();
        return names.size() == 1 ? last : String.join(", ", names.subList(0, names.size() - 1)) + " and " + last;
    }
}
