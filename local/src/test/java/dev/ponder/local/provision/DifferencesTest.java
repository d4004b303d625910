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
    private static final TopicSpec WORK = new TopicSpec("work", 1, Map.of("retention.ms", "-1"));

    @Test
    void findsATopicThatIsMissing() {
        assertThat(Differences.of(RESULTS, Optional.empty()))
                .containsExactly(new Difference(true, "topic results is missing"));
    }

    @Test
    void findsNothingWhereMoreIsSetThanThePlanSays() {
        Map<String, String> configs = Map.of("cleanup.policy", "delete", "retention.ms", "10", "segment.ms", "5");
        assertThat(Differences.of(RESULTS, Optional.of(new LaidTopic("results", 16, configs))))
                .isEmpty();
    }

    @Test
    void takesAnotherRetentionForAChoice() {
        LaidTopic shorter = new LaidTopic("results", 8, Map.of("cleanup.policy", "delete", "retention.ms", "9"));
        assertThat(Differences.of(RESULTS, Optional.of(shorter)))
                .containsExactly(new Difference(false, "topic results has retention.ms=9, the plan says 10"));
    }

    @Test
    void takesWorkThatIsDroppedForAFault() {
        LaidTopic dropped = new LaidTopic("work", 1, Map.of("retention.ms", "9"));
        assertThat(Differences.of(WORK, Optional.of(dropped)))
                .containsExactly(new Difference(true, "topic work has retention.ms=9, the plan says -1"));
    }

    @Test
    void takesWorkOfTwoPartitionsForAFault() {
        LaidTopic wide = new LaidTopic("work", 2, Map.of("retention.ms", "-1"));
        assertThat(Differences.of(WORK, Optional.of(wide)))
                .containsExactly(new Difference(true, "topic work has 2 partitions, the plan says 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reasoning.outcomes", "reasoning.register", "reasoning.progress"})
    void takesSettlementThatGrewForAFault(String topic) {
        List<Difference> found =
                Differences.of(new TopicSpec(topic, 12, Map.of()), Optional.of(new LaidTopic(topic, 24, Map.of())));

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

        List<Difference> found = Differences.of(new TopicSpec("reasoning.register", 24, Map.of()), Optional.of(laid));

        assertThat(found).extracting(Difference::isFault).containsExactly(true);
    }

    @Test
    void takesFewerPartitionsForAChoice() {
        LaidTopic few = new LaidTopic("results", 4, RESULTS.configs());
        assertThat(Differences.of(RESULTS, Optional.of(few)))
                .extracting(Difference::isFault)
                .containsExactly(false);
    }

    @Test
    void takesAnotherCleanUpForAFault() {
        LaidTopic compacted = new LaidTopic("results", 8, Map.of("cleanup.policy", "compact", "retention.ms", "10"));
        assertThat(Differences.of(RESULTS, Optional.of(compacted)))
                .containsExactly(
                        new Difference(true, "topic results has cleanup.policy=compact, the plan says delete"));
    }
}
