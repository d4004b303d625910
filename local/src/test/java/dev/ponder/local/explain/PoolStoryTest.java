package dev.ponder.local.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.log.DecisionEntry;
import dev.ponder.scaling.observation.PoolObservation;
import dev.ponder.scaling.observation.Reading;
import dev.ponder.scaling.replay.Replayed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PoolStoryTest {

    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @Property(tries = 300)
    void leavesNoDecisionOutAndNoStepBetween(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(max = 3) Integer> there,
            @ForAll @Size(min = 50, max = 50) List<@IntRange(max = 3) Integer> wanted) {
        PoolStory story = story(there, wanted);

        long told = 0;
        int at = there.getFirst();
        for (Happening one : story.happenings()) {
            switch (one) {
                case Happening.Began _ -> throw new AssertionError("no law began");
                case Happening.Changed changed -> {
                    assertThat(changed.from())
                            .isEqualTo(at)
                            .isNotEqualTo(changed.decided().replicas());
                    at = changed.decided().replicas();
                    told++;
                }
                case Happening.Stayed stayed -> {
                    assertThat(stayed.replicas()).isEqualTo(at);
                    told += stayed.decisions();
                }
            }
        }
        assertThat(told).isEqualTo(there.size()).isEqualTo(story.decisions());
        assertThat(at).isEqualTo(wanted.get(there.size() - 1));
    }

    @Example
    void tellsAGrowthOnceThoughTheClusterIsSlowToFollow() {
        PoolStory story = story(List.of(1, 1, 1, 2, 4), List.of(4, 4, 4, 4, 4));

        assertThat(story.changes()).hasSize(1);
        assertThat(story.happenings().getLast()).isEqualTo(new Happening.Stayed(4, 4));
    }

    @Example
    void standsByTheLastDecisionUntilATime() {
        PoolStory story = new PoolStory("main", NOON.plusSeconds(2));
        for (int i = 0; i < 5; i++) {
            story.take(new Place("", i + 1), new Replayed.Same(entry(i, 1, i < 1 ? 1 : 3)));
        }

        Standing standing = story.standing().orElseThrow();

        assertThat(standing.place()).isEqualTo(new Place("", 3));
        assertThat(standing.since()).isEqualTo(NOON.plusSeconds(1));
    }

    /** One decision a second: so many were there, and so many are wanted. */
    private static PoolStory story(List<Integer> there, List<Integer> wanted) {
        PoolStory story = new PoolStory("main", Instant.MAX);
        for (int i = 0; i < there.size(); i++) {
            story.take(new Place("", i + 1), new Replayed.Same(entry(i, there.get(i), wanted.get(i))));
        }
        return story;
    }

    private static DecisionEntry entry(int seconds, int there, int wanted) {
        Instant at = NOON.plusSeconds(seconds);
        PoolObservation seen = new PoolObservation(
                at,
                Duration.ofSeconds(1),
                Reading.of(List.of()),
                List.of(),
                Reading.missing("unset"),
                Reading.missing("unset"));
        return new DecisionEntry("main", seen, Decision.of(at, there, wanted, List.of("so it is")));
    }
}
