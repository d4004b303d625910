package dev.ponder.scaling.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.scaling.observation.Work;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ThroughputWatchTest {

    private static final int TICKS_IN_FOUR_MINUTES = 48;
    private final ThroughputWatch watch = new ThroughputWatch();
    private int tick = 1;

    /** Four minutes in which work waited. */
    private Optional<ThroughputWatch.Reverted> work(int ready, double endedATick) {
        return work(ready, Seen.work(endedATick));
    }

    private Optional<ThroughputWatch.Reverted> work(int ready, Work endedATick) {
        Optional<ThroughputWatch.Reverted> reverted = Optional.empty();
        for (int i = 0; i < TICKS_IN_FOUR_MINUTES; i++) {
            reverted = watch.look(Seen.working(tick++, ready, endedATick));
        }
        return reverted;
    }

    private void idle(int ready) {
        for (int i = 0; i < TICKS_IN_FOUR_MINUTES; i++) {
            watch.look(Seen.arriving(tick++, ready, 0));
        }
    }

    @Test
    void takesBackGrowthAfterWhichLessWasDone() {
        work(4, 20);
        watch.grew(4, 6);

        Optional<ThroughputWatch.Reverted> reverted = work(6, 12);

        assertThat(reverted.orElseThrow().replicas()).isEqualTo(4);
        assertThat(reverted.orElseThrow().because())
                .isEqualTo("6 replicas ended 288 requests in two minutes, 4 had ended 480");
    }

    @Test
    void letsThemGrowAgainAfterAWhile() {
        work(4, 20);
        watch.grew(4, 6);
        work(6, 12);
        watch.shrank();

        work(4, 20);
        work(4, 20);
        Optional<ThroughputWatch.Reverted> reverted = work(4, 20);

        assertThat(reverted).isEmpty();
    }

    @Test
    void takesNoLullForAHarm() {
        work(4, 20);
        watch.grew(4, 6);

        idle(6);

        assertThat(watch.look(Seen.working(tick, 6, Seen.work(1)))).isEmpty();
    }

    @Test
    void takesLongerAnswersForNoHarm() {
        work(4, 20);
        watch.grew(4, 6);

        assertThat(work(6, new Work(12, 48_000, 20_000))).isEmpty();
    }

    @Test
    void takesLongerPromptsForNoHarm() {
        work(4, 20);
        watch.grew(4, 6);

        assertThat(work(6, new Work(12, 200_000, 12_000))).isEmpty();
    }

    @Test
    void waitsUntilTheNewOnesAreReady() {
        work(4, 20);
        watch.grew(4, 6);

        Optional<ThroughputWatch.Reverted> reverted = work(5, 12);

        assertThat(reverted).isEmpty();
    }

    @Property(tries = 200)
    boolean neverTakesBackGrowthAfterWhichMoreWasDone(
            @ForAll @IntRange(max = 50) int before, @ForAll @IntRange(max = 50) int more) {
        work(4, before);
        watch.grew(4, 6);
        return work(6, before + more).isEmpty();
    }
}
