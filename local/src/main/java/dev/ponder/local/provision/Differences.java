package dev.ponder.local.provision;

import dev.ponder.contracts.topic.TopicPlan;
import dev.ponder.contracts.topic.TopicSpec;
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

    private Differences() {}

    /** One topic's; empty where it is as planned. */
    static List<Difference> of(TopicSpec planned, Optional<LaidTopic> laid) {
        return laid.map(found -> Stream.concat(partitions(planned, found), configs(planned, found))
                        .toList())
                .orElseGet(() -> List.of(new Difference(true, "topic " + planned.name() + " is missing")));
    }

    /** Partitions may be more, and fewer are only slower; work must have one, and where keys are looked for there are as many as ever. */
    private static Stream<Difference> partitions(TopicSpec planned, LaidTopic laid) {
        boolean settles = TopicPlan.SETTLEMENT.contains(planned.name());
        boolean exactly = settles || planned.partitions() == 1;
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
                                        settles ? STAYS.formatted(laid.partitions()) : "")));
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
