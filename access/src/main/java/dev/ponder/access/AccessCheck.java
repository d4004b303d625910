package dev.ponder.access;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Asks a broker which grants a client lacks, so that a service says it when it starts and not when a request is lost on it. Only
 * topics and groups that are there can be asked about. The caller owns the {@link Admin}; one thread at a time.
 */
public final class AccessCheck {

    private final Admin admin;
    private final int patienceMillis;

    /**
     * Asks the broker that {@code admin} speaks to.
     *
     * @param patience how long each answer may take
     */
    public AccessCheck(Admin admin, Duration patience) {
        this.admin = admin;
        this.patienceMillis = Math.toIntExact(patience.toMillis());
    }

    /** Those of the grants that this client is known to lack; what the broker does not tell counts as granted. */
    public List<Grant> lacking(Collection<Grant> needed) throws InterruptedException {
        Map<String, Set<AclOperation>> topics = allowed(
                admin.describeTopics(
                                names(needed, ResourceType.TOPIC),
                                new DescribeTopicsOptions()
                                        .includeAuthorizedOperations(true)
                                        .timeoutMs(patienceMillis))
                        .topicNameValues(),
                TopicDescription::authorizedOperations);
        Map<String, Set<AclOperation>> groups = allowed(
                admin.describeConsumerGroups(
                                names(needed, ResourceType.GROUP),
                                new DescribeConsumerGroupsOptions()
                                        .includeAuthorizedOperations(true)
                                        .timeoutMs(patienceMillis))
                        .describedGroups(),
                ConsumerGroupDescription::authorizedOperations);
        return needed.stream()
                .filter(grant -> grant.pattern() == PatternType.LITERAL)
                .filter(grant -> isLacking(grant, grant.type() == ResourceType.TOPIC ? topics : groups))
                .toList();
    }

    private static boolean isLacking(Grant grant, Map<String, Set<AclOperation>> allowed) {
        Set<AclOperation> operations = allowed.get(grant.name());
        return operations != null && !operations.contains(grant.operation());
    }

    private static List<String> names(Collection<Grant> grants, ResourceType type) {
        return grants.stream()
                .filter(grant -> grant.type() == type && grant.pattern() == PatternType.LITERAL)
                .map(Grant::name)
                .distinct()
                .toList();
    }

    private static <T> Map<String, Set<AclOperation>> allowed(
            Map<String, KafkaFuture<T>> answers, Function<T, Set<AclOperation>> operations)
            throws InterruptedException {
        Map<String, Set<AclOperation>> allowed = new HashMap<>();
        for (Map.Entry<String, KafkaFuture<T>> answer : answers.entrySet()) {
            allowed(answer.getValue(), operations).ifPresent(found -> allowed.put(answer.getKey(), found));
        }
        return allowed;
    }

    /** Refused means nothing is allowed; not there, or no answer, means that nothing is known. */
    private static <T> Optional<Set<AclOperation>> allowed(
            KafkaFuture<T> answer, Function<T, Set<AclOperation>> operations) throws InterruptedException {
        try {
            return Optional.ofNullable(operations.apply(answer.get()));
        } catch (ExecutionException failed) {
            return failed.getCause() instanceof AuthorizationException ? Optional.of(Set.of()) : Optional.empty();
        }
    }
}
