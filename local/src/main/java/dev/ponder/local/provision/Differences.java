package dev.ponder.local.provision;

import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.TopicSpec;
import dev.ponder.contracts.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What of a broker is not as the plan has it. Pure. */
final class Differences {

    /** An installation may keep records for another time, or take larger ones; by these it would do something else. */
    private static final Set<String> DECISIVE = Set.of("cleanup.policy", "message.timestamp.type");

    private static final String FOREVER = "-1";
    private static final String STAYS =
            ". It must keep those that it was laid with, or requests are looked for where they never were: say"
                    + " --settlement-partitions %d (kafka.settlementPartitions of the chart) if it was laid so, else lay "
                    + String.join(", ", new TreeSet<>(TopicPlan.SETTLEMENT))
                    + " anew, empty (docs/sizing.md)";

    private static final String SHARED =
            ". Members of a share group would wait behind long jobs while others idle: lay it anew, empty, with one";

    private Differences() {}

    /**
     * One topic's; empty where it is as planned.
     *
     * @param queue how reasoners take work
     */
    static List<Difference> of(TopicSpec planned, Optional<LaidTopic> laid, QueueKind queue) {
        return laid.map(found -> Stream.concat(partitions(planned, found, queue), configs(planned, found))
                        .toList())
                .orElseGet(() -> List.of(new Difference(true, "topic " + planned.name() + " is missing")));
    }

    /**
     * Partitions may be more, and fewer are only slower; work that a share group takes must have one, and where keys are looked for there
     * are as many as ever.
     */
    private static Stream<Difference> partitions(TopicSpec planned, LaidTopic laid, QueueKind queue) {
        boolean exactly = staysAsLaid(planned.name(), queue);
        boolean fits = exactly ? laid.partitions() == planned.partitions() : laid.partitions() >= planned.partitions();
        return fits
                ? Stream.empty()
                : Stream.of(new Difference(
                        exactly,
                        "topic %s has %d partitions, the plan says %d%s"
                                .formatted(
                                        planned.name(),
                                        laid.partitions(),
                                        planned.partitions(),
                                        advice(planned, laid, queue))));
    }

    private static boolean staysAsLaid(String topic, QueueKind queue) {
        return TopicPlan.SETTLEMENT.contains(topic) || (Topics.isWork(topic) && queue == QueueKind.SHARE_GROUP);
    }

    private static String advice(TopicSpec planned, LaidTopic laid, QueueKind queue) {
        if (TopicPlan.SETTLEMENT.contains(planned.name())) {
            return STAYS.formatted(laid.partitions());
        }
        if (!Topics.isWork(planned.name())) {
            return "";
        }
        return switch (queue) {
            case SHARE_GROUP -> SHARED;
            case CONSUMER_GROUP ->
                ". Reasoners beyond them stand idle: kafka-topics.sh --alter --topic %s --partitions %d"
                        .formatted(planned.name(), planned.partitions());
        };
    }

    private static Stream<Difference> configs(TopicSpec planned, LaidTopic laid) {
        Map<String, String> wanted = new TreeMap<>(planned.configs());
        return wanted.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(laid.configs().get(entry.getKey())))
                .map(entry -> new Difference(
                        DECISIVE.contains(entry.getKey()) || entry.getValue().equals(FOREVER),
                        "topic %s has %s=%s, the plan says %s"
                                .formatted(
                                        planned.name(),
                                        entry.getKey(),
                                        laid.configs().getOrDefault(entry.getKey(), "(unset)"),
                                        entry.getValue())));
    }

    /**
     * One difference.
     *
     * @param isFault whether the installation would lose or skip something by it
     */
    record Difference(boolean isFault, String sentence) {}
}
