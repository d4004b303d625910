package dev.ponder.router.settlement.relay;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks a broker whether topics are there and may be written to. The caller owns the {@link Admin}. One thread. */
final class TopicLook {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How a topic was found. */
    sealed interface Seen {

        /** It takes records. */
        record Open() implements Seen {}

        /** It is not there. */
        record Missing() implements Seen {}

        /** This client may not write to it. */
        record Forbidden() implements Seen {}
    }

    private final Admin admin;

    TopicLook(Admin admin) {
        this.admin = admin;
    }

    /** How each of the topics is found; throws a {@link KafkaException} if nobody can say it of one of them. */
    Map<String, Seen> at(Collection<String> topics) {
        Map<String, Seen> seen = new HashMap<>();
        admin.describeTopics(
                        topics,
                        new DescribeTopicsOptions()
                                .includeAuthorizedOperations(true)
                                .timeoutMs(Math.toIntExact(PATIENCE.toMillis())))
                .topicNameValues()
                .forEach((topic, answer) -> seen.put(topic, seen(answer)));
        return seen;
    }

    /** A broker without ACLs may not say what is allowed: everything is. */
    private static Seen seen(KafkaFuture<TopicDescription> answer) {
        try {
            Set<AclOperation> allowed = answer.get().authorizedOperations();
            return allowed == null || allowed.contains(AclOperation.WRITE) ? new Seen.Open() : new Seen.Forbidden();
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        } catch (ExecutionException refused) {
            return switch (refused.getCause()) {
                case UnknownTopicOrPartitionException _ -> new Seen.Missing();
                case TopicAuthorizationException _ -> new Seen.Forbidden();
                case null, default ->
                    throw new KafkaException("tenants' topics can't be looked at", refused.getCause());
            };
        }
    }
}
