package dev.ponder.autoscaler.kafka;

import dev.ponder.autoscaler.pool.PoolConfig.QueueKind;
import dev.ponder.autoscaler.source.BacklogSource;
import dev.ponder.autoscaler.source.TopicBacklog;
import dev.ponder.scaling.observation.Reading;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Counts the work in a pool's topics. A group has no lag in a partition where it never began, so there all records count that are still
 * kept: reasoners read from the first one on. The caller owns the {@link Admin}. One thread.
 */
public final class KafkaBacklog implements BacklogSource {

    private static final int LOOK_AGAIN_AFTER = 500;

    private final Admin admin;
    private final Answers answers;
    private final TopicLayout layout;
    private final GroupPositions group;
    private int reads;

    /**
     * Counts the topics' records that a group is not done with.
     *
     * @param patience how long the broker may take for each answer
     */
    public KafkaBacklog(Admin admin, List<String> topics, String group, QueueKind kind, Duration patience) {
        this.admin = admin;
        this.answers = new Answers(patience);
        this.layout = new TopicLayout(admin, topics, answers);
        this.group = switch (kind) {
            case SHARE_GROUP -> new ShareGroupPositions(admin, group, answers);
            case CONSUMER_GROUP -> new ConsumerGroupPositions(admin, group, answers);
        };
    }

    @Override
    public Map<String, Reading<TopicBacklog>> read() throws InterruptedException {
        Map<String, Reading<TopicBacklog>> all = new HashMap<>();
        Map<String, Reading<List<TopicPartition>>> topics = layout.partitions();
        List<TopicPartition> partitions = topics.values().stream()
                .flatMap(one -> one.known().stream())
                .flatMap(List::stream)
                .toList();
        Offsets offsets = offsets(partitions);
        topics.forEach((topic, has) -> all.put(
                topic,
                switch (has) {
                    case Reading.Known<List<TopicPartition>>(List<TopicPartition> known) -> offsets.sum(known);
                    case Reading.Missing<List<TopicPartition>>(String why) -> Reading.<TopicBacklog>missing(why);
                }));
        if (++reads % LOOK_AGAIN_AFTER == 0
                || all.values().stream().anyMatch(one -> one.known().isEmpty())) {
            layout.forget();
        }
        return all;
    }

    private Offsets offsets(List<TopicPartition> partitions) throws InterruptedException {
        if (partitions.isEmpty()) {
            return new Offsets(Map.of(), Map.of(), Reading.of(Map.of()));
        }
        ListOffsetsResult ends = ask(partitions, OffsetSpec.latest());
        Reading<Map<TopicPartition, Position>> positions = group.read(partitions);
        List<TopicPartition> unbegun = partitions.stream()
                .filter(one ->
                        positions.known().map(known -> !known.containsKey(one)).orElse(false))
                .toList();
        return new Offsets(
                await(ends, partitions, "end of "),
                unbegun.isEmpty() ? Map.of() : await(ask(unbegun, OffsetSpec.earliest()), unbegun, "beginning of "),
                positions);
    }

    private ListOffsetsResult ask(Collection<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(one -> asked.put(one, spec));
        return admin.listOffsets(asked, new ListOffsetsOptions().timeoutMs(answers.patienceMillis()));
    }

    private Map<TopicPartition, Reading<Long>> await(
            ListOffsetsResult asked, Collection<TopicPartition> partitions, String what) throws InterruptedException {
        Map<TopicPartition, Reading<Long>> told = new HashMap<>();
        for (TopicPartition one : partitions) {
            told.put(one, answers.await(asked.partitionResult(one), what + one).map(ListOffsetsResultInfo::offset));
        }
        return told;
    }
}
