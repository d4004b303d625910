package dev.ponder.local.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.topic.TopicSpec;
import dev.ponder.local.provision.Differences.Difference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferencesTest {

    private static final TopicSpec RESULTS =
            new TopicSpec("results", 8, Map.of("cleanup.policy", "delete", "retention.ms", "10"));
    private static final TopicSpec WORK = new TopicSpec("reasoning.work.main.batch", 1, Map.of("retention.ms", "-1"));

    private static List<Difference> of(TopicSpec planned, Optional<LaidTopic> laid) {
        return Differences.of(planned, laid, QueueKind.SHARE_GROUP);
    }

    @Test
    void findsATopicThatIsMissing() {
        assertThat(of(RESULTS, Optional.empty())).containsExactly(new Difference(true, "topic results is missing"));
    }

    @Test
    void findsNothingWhereMoreIsSetThanThePlanSays() {
        Map<String, String> configs = Map.of("cleanup.policy", "delete", "retention.ms", "10", "segment.ms", "5");
        assertThat(of(RESULTS, Optional.of(new LaidTopic("results", 16, configs))))
                .isEmpty();
    }

    @Test
    void takesAnotherRetentionForAChoice() {
        LaidTopic shorter = new LaidTopic("results", 8, Map.of("cleanup.policy", "delete", "retention.ms", "9"));
        assertThat(of(RESULTS, Optional.of(shorter)))
                .containsExactly(new Difference(false, "topic results has retention.ms=9, the plan says 10"));
    }

    @Test
    void takesWorkThatIsDroppedForAFault() {
        LaidTopic dropped = new LaidTopic(WORK.name(), 1, Map.of("retention.ms", "9"));
        assertThat(of(WORK, Optional.of(dropped)))
                .containsExactly(
                        new Difference(true, "topic reasoning.work.main.batch has retention.ms=9, the plan says -1"));
    }

    @Test
    void takesSharedWorkOfTwoPartitionsForAFault() {
        LaidTopic wide = new LaidTopic(WORK.name(), 2, WORK.configs());

        assertThat(of(WORK, Optional.of(wide))).singleElement().satisfies(one -> {
            assertThat(one.isFault()).isTrue();
            assertThat(one.sentence())
                    .contains("topic reasoning.work.main.batch has 2 partitions, the plan says 1")
                    .contains("lay it anew, empty, with one");
        });
    }

    /** Each of its partitions is one more reasoner that can work. */
    @Test
    void letsWorkOfAConsumerGroupHaveMorePartitionsThanThePlan() {
        LaidTopic wide = new LaidTopic(WORK.name(), 24, WORK.configs());

        assertThat(Differences.of(WORK, Optional.of(wide), QueueKind.CONSUMER_GROUP))
                .isEmpty();
    }

    @Test
    void saysHowWorkOfAConsumerGroupGetsThePartitionsThatItLacks() {
        TopicSpec planned = new TopicSpec(WORK.name(), 12, WORK.configs());
        LaidTopic narrow = new LaidTopic(WORK.name(), 1, WORK.configs());

        List<Difference> found = Differences.of(planned, Optional.of(narrow), QueueKind.CONSUMER_GROUP);

        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.isFault()).isFalse();
            assertThat(one.sentence())
                    .contains("stand idle", "--alter --topic reasoning.work.main.batch --partitions 12");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"reasoning.outcomes", "reasoning.register", "reasoning.progress"})
    void takesSettlementThatGrewForAFault(String topic) {
        List<Difference> found =
                of(new TopicSpec(topic, 12, Map.of()), Optional.of(new LaidTopic(topic, 24, Map.of())));

        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.isFault()).isTrue();
            assertThat(one.sentence())
                    .contains(topic + " has 24 partitions, the plan says 12", "--settlement-partitions 24")
                    .contains("reasoning.outcomes, reasoning.progress, reasoning.register", "docs/sizing.md");
        });
    }

    @Test
    void takesAPlanThatOutgrewSettlementForAFault() {
        LaidTopic laid = new LaidTopic("reasoning.register", 12, Map.of());

        List<Difference> found = of(new TopicSpec("reasoning.register", 24, Map.of()), Optional.of(laid));

        assertThat(found).extracting(Difference::isFault).containsExactly(true);
    }

    @Test
    void takesFewerPartitionsForAChoice() {
        LaidTopic few = new LaidTopic("results", 4, RESULTS.configs());
        assertThat(of(RESULTS, Optional.of(few)))
                .extracting(Difference::isFault)
                .containsExactly(false);
    }

    @Test
    void takesAnotherCleanUpForAFault() {
        LaidTopic compacted = new LaidTopic("results", 8, Map.of("cleanup.policy", "compact", "retention.ms", "10"));
        assertThat(of(RESULTS, Optional.of(compacted)))
                .containsExactly(
                        new Difference(true, "topic results has cleanup.policy=compact, the plan says delete"));
    }
}
