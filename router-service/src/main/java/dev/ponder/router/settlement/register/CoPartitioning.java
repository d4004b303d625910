package dev.ponder.router.settlement.register;

import dev.ponder.contracts.topic.Topics;
import dev.ponder.router.settlement.register.RegisterException.Reason;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

/**
 * Outcomes and register must have the same number of partitions: who owns an outcome partition reads and writes the register
 * partition of the same number, and relies on no other.
 */
public final class CoPartitioning {

    private CoPartitioning() {}

    /** Throws a {@link RegisterException} that names the fix unless both topics are there with equal partition counts. */
    public static void require(Admin admin) {
        Map<String, TopicDescription> topics = Answers.await(
                admin.describeTopics(List.of(Topics.OUTCOMES, Topics.REGISTER)).allTopicNames(),
                "describing " + Topics.OUTCOMES + " and " + Topics.REGISTER);
        int outcomes = partitions(topics, Topics.OUTCOMES);
        int register = partitions(topics, Topics.REGISTER);
        if (outcomes != register) {
            throw new RegisterException(
                    Reason.PARTITIONS_DIFFER,
                    "%s has %d partitions and %s has %d: make them equal, both at once and while no outcome waits"
                            .formatted(Topics.OUTCOMES, outcomes, Topics.REGISTER, register));
        }
    }

    private static int partitions(Map<String, TopicDescription> topics, String name) {
        TopicDescription topic = topics.get(name);
        if (topic == null) {
            throw new RegisterException(Reason.TOPIC_MISSING, name + " is not there");
        }
        return topic.partitions().size();
    }
}
