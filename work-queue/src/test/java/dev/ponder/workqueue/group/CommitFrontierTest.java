package dev.ponder.workqueue.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class CommitFrontierTest {

    /** Whatever the gaps and the order of settling: all below the frontier is settled, and the frontier is as far as that allows. */
    @Property(tries = 500)
    void standsAtTheOldestOpenRecordAlways(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 5) Integer> steps, @ForAll long seed) {
        CommitFrontier frontier = new CommitFrontier(0);
        List<Long> open = new ArrayList<>();
        long last = -1;
        for (int step : steps) {
            last += step;
            open.add(last);
            frontier.open(last);
        }
        Collections.shuffle(open, new Random(seed));
        while (!open.isEmpty()) {
            assertThat(frontier.frontier()).isEqualTo(Collections.min(open));
            frontier.close(open.removeLast());
        }
        assertThat(frontier.frontier()).isEqualTo(last + 1);
    }

    @Property(tries = 200)
    void neverGoesBack(@ForAll @Size(min = 1, max = 100) List<Boolean> opens, @ForAll long seed) {
        Random random = new Random(seed);
        CommitFrontier frontier = new CommitFrontier(5);
        List<Long> open = new ArrayList<>();
        long next = 5;
        long highest = 5;
        for (boolean opensOne : opens) {
            if (opensOne || open.isEmpty()) {
                frontier.open(next);
                open.add(next);
                next++;
            } else {
                frontier.close(open.remove(random.nextInt(open.size())));
            }
            assertThat(frontier.frontier()).isGreaterThanOrEqualTo(highest);
            highest = frontier.frontier();
        }
    }

    @Test
    void refusesARecordThatItHasPassed() {
        CommitFrontier frontier = new CommitFrontier(10);
        frontier.open(12);

        assertThatThrownBy(() -> frontier.open(12)).hasMessageContaining("12");
        assertThat(frontier.close(11)).isFalse();
        assertThat(frontier.frontier()).isEqualTo(12);
    }
}
