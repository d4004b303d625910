package dev.ponder.autoscaler.kafka;

import dev.ponder.autoscaler.source.AgeSource;
import dev.ponder.scaling.observation.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Finds by the broker's index of times how far topics had come at moments of the past. The caller owns the {@link Admin}. One thread. */
public final class KafkaAges implements AgeSource {

    private final Admin admin;
    private final List<String> topics;
    private final Answers answers;

    /**
     * Asks about these topics.
     *
     * @param patience how long the broker may take for each answer
     */
    public KafkaAges(Admin admin, List<String> topics, Duration patience) {
        this.admin = admin;
        this.topics = List.copyOf(topics);
        this.answers = new Answers(patience);
    }

    @Override
    public Reading<List<Long>> cameBefore(String topic, List<Instant> moments) throws InterruptedException {
        Reading<List<TopicPartition>> partitions = new TopicLayout(admin, topics, answers)
                .partitions()
                .getOrDefault(topic, Reading.missing("nobody asked about " + topic));
        return switch (partitions) {
            case Reading.Missing<List<TopicPartition>>(String why) -> Reading.missing(why);
            case Reading.Known<List<TopicPartition>>(List<TopicPartition> known) -> cameBefore(known, moments);
        };
    }

    private Reading<List<Long>> cameBefore(List<TopicPartition> partitions, List<Instant> moments)
            throws InterruptedException {
        ListOffsetsResult ends = ask(partitions, OffsetSpec.latest());
        List<ListOffsetsResult> asked = moments.stream()
                .map(one -> ask(partitions, OffsetSpec.forTimestamp(one.toEpochMilli())))
                .toList();
        List<Long> came = new ArrayList<>();
        for (ListOffsetsResult one : asked) {
            long sum = 0;
            for (TopicPartition partition : partitions) {
                Reading<Long> first = offset(one, partition);
                // No record is as young: all there are came before.
                Reading<Long> before = first.known().orElse(0L) < 0 ? offset(ends, partition) : first;
                if (before instanceof Reading.Missing<Long>(String why)) {
                    return Reading.missing(why);
                }
                sum += before.known().orElseThrow();
            }
            came.add(sum);
        }
        return Reading.of(came);
    }

    private Reading<Long> offset(ListOffsetsResult asked, TopicPartition partition) throws InterruptedException {
        return answers.await(asked.partitionResult(partition), "ages in " + partition)
                .map(ListOffsetsResultInfo::offset);
    }

    private ListOffsetsResult ask(List<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(one -> asked.put(one, spec));
        return admin.listOffsets(asked, new ListOffsetsOptions().timeoutMs(answers.patienceMillis()));
    }
}
