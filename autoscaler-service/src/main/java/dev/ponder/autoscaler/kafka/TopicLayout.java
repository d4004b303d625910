package dev.ponder.autoscaler.kafka;

import dev.ponder.scaling.observation.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Which partitions topics have, remembered until told to look again: work topics hardly ever change. One thread. */
final class TopicLayout {

    private final Admin admin;
    private final List<String> topics;
    private final Answers answers;
    private final Map<String, List<TopicPartition>> known = new HashMap<>();

    TopicLayout(Admin admin, List<String> topics, Answers answers) {
        this.admin = admin;
        this.topics = List.copyOf(topics);
        this.answers = answers;
    }

    /** By topic, its partitions, or why they are not known. */
    Map<String, Reading<List<TopicPartition>>> partitions() throws InterruptedException {
        Map<String, Reading<List<TopicPartition>>> all = new HashMap<>();
        known.forEach((topic, partitions) -> all.put(topic, Reading.of(partitions)));
        List<String> unknown =
                topics.stream().filter(topic -> !known.containsKey(topic)).toList();
        if (!unknown.isEmpty()) {
            all.putAll(look(unknown));
        }
        return all;
    }

    /** Looks at all topics anew the next time. */
    void forget() {
        known.clear();
    }

    private Map<String, Reading<List<TopicPartition>>> look(List<String> unknown) throws InterruptedException {
        Map<String, Reading<List<TopicPartition>>> found = new HashMap<>();
        Map<String, KafkaFuture<TopicDescription>> asked = admin.describeTopics(
                        unknown, new DescribeTopicsOptions().timeoutMs(answers.patienceMillis()))
                .topicNameValues();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> one : asked.entrySet()) {
            Reading<List<TopicPartition>> partitions =
                    answers.await(one.getValue(), "topic " + one.getKey()).map(TopicLayout::partitions);
            partitions.known().ifPresent(all -> known.put(one.getKey(), all));
            found.put(one.getKey(), partitions);
        }
        return found;
    }

    private static List<TopicPartition> partitions(TopicDescription topic) {
        return IntStream.range(0, topic.partitions().size())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
    }
}
