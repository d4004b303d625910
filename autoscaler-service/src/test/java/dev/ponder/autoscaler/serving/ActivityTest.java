package dev.ponder.autoscaler.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.autoscaler.source.TopicBacklog;
import dev.ponder.scaling.decision.Decision;
import dev.ponder.scaling.observation.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActivityTest {

    private static final Reading<Boolean> YES = Reading.of(true);
    private static final Reading<Boolean> NO = Reading.of(false);
    private static final Reading<Boolean> NOBODY_KNOWS = Reading.missing("no broker");
    private static final Reading<Decision> NONE = decided(0);
    private static final Reading<Decision> SOME = decided(3);
    private static final Reading<Decision> UNDECIDED = Reading.missing("nothing was decided");

    @Test
    void isActiveWhereWorkWaitsOrReplicasAreWanted() {
        assertThat(Activity.of(YES, UNDECIDED)).isEqualTo(new Activity.Active());
        assertThat(Activity.of(YES, NONE)).isEqualTo(new Activity.Active());
        assertThat(Activity.of(NO, SOME)).isEqualTo(new Activity.Active());
        assertThat(Activity.of(NOBODY_KNOWS, SOME)).isEqualTo(new Activity.Active());
    }

    @Test
    void isIdleOnlyWhereBothAreKnown() {
        assertThat(Activity.of(NO, NONE)).isEqualTo(new Activity.Idle());
        assertThat(Activity.of(NOBODY_KNOWS, NONE)).isEqualTo(new Activity.Unknown("no broker"));
        assertThat(Activity.of(NO, UNDECIDED)).isEqualTo(new Activity.Unknown("nothing was decided"));
    }

    @Test
    void wantsOneAtLeastWhileWorkWaits() {
        assertThat(Wanted.of(YES, NONE)).isEqualTo(Reading.of(1));
        assertThat(Wanted.of(YES, SOME)).isEqualTo(Reading.of(3));
        assertThat(Wanted.of(NO, NONE)).isEqualTo(Reading.of(0));
        assertThat(Wanted.of(NOBODY_KNOWS, SOME)).isEqualTo(Reading.of(3));
        assertThat(Wanted.of(YES, UNDECIDED)).isInstanceOf(Reading.Missing.class);
    }

    @Test
    void knowsThatNoWorkWaitsOnlyWhereAllTopicsAreKnown() {
        Reading<TopicBacklog> empty = Reading.of(new TopicBacklog(9, 0));
        Reading<TopicBacklog> full = Reading.of(new TopicBacklog(9, 1));
        Reading<TopicBacklog> unknown = Reading.missing("no such topic");

        assertThat(WakeWatch.any(Map.of("a", empty, "b", empty))).isEqualTo(NO);
        assertThat(WakeWatch.any(Map.of("a", empty, "b", unknown))).isEqualTo(Reading.missing("no such topic"));
        assertThat(WakeWatch.any(Map.of("a", full, "b", unknown))).isEqualTo(YES);
    }

    private static Reading<Decision> decided(int replicas) {
        return Reading.of(new Decision.Kept(Instant.EPOCH, replicas, List.of("for the test")));
    }
}
