package dev.ponder.router.settlement.register;

import dev.ponder.contracts.topic.Topics;
import dev.ponder.router.settlement.decision.Book;
import dev.ponder.router.settlement.decision.OpenWork;
import dev.ponder.router.settlement.register.RegisterException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * Outcomes and register must have the same number of partitions: who owns an outcome partition reads and writes the register
 * partition of the same number, and relies on no other. And the number must stay, since a request is looked for where its key lay.
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

    /**
     * Throws a {@link RegisterException} where work under way lies in another partition than its outcome will come to: then both topics grew,
     * equally, since it was noted. Of settled requests the register has digests alone, by which nothing can be told.
     *
     * @param books how requests stand, by partition of the register
     * @param partitions how many there are of outcomes
     */
    static void requireSame(Map<Integer, Book> books, int partitions) {
        long strangers = books.entrySet().stream()
                .flatMap(book -> book.getValue().underWay().values().stream()
                        .filter(open -> placeOf(open, partitions) != book.getKey()))
                .count();
        if (strangers > 0) {
            throw new RegisterException(
                    Reason.PARTITIONS_CHANGED,
                    "%s and %s have %d partitions now, and %d requests under way were noted with another number: lay both anew, empty"
                            .formatted(Topics.OUTCOMES, Topics.REGISTER, partitions, strangers));
        }
    }

    /** Where Kafka's own partitioner puts whatever is told of a request. */
    private static int placeOf(OpenWork open, int partitions) {
        byte[] key = open.asked().id().value().getBytes(StandardCharsets.UTF_8);
        return BuiltInPartitioner.partitionForKey(key, partitions);
    }

    private static int partitions(Map<String, TopicDescription> topics, String name) {
        TopicDescription topic = topics.get(name);
        if (topic == null) {
            throw new RegisterException(Reason.TOPIC_MISSING, name + " is not there");
        }
        return topic.partitions().size();
    }
}
