package dev.ponder.autoscaler.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.scaling.observation.Due;
import dev.ponder.scaling.observation.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final Duration PROMISE = Duration.ofMinutes(64);
    private static final Duration TICK = Duration.ofSeconds(5);
    private static final Work EACH = new Work(1, 100, 200);

    private final Deadlines deadlines = new Deadlines(PROMISE);

    private static Instant minute(int minute) {
        return Instant.EPOCH.plus(Duration.ofMinutes(minute));
    }

    @Test
    void isDueSoLongAfterItCame() {
        deadlines.came(minute(1), 3);
        deadlines.came(minute(10), 2);
        deadlines.open(minute(11), 5);

        assertThat(deadlines.waiting(0, EACH, 500))
                .containsExactly(
                        new Due(minute(65), new Work(3, 300, 600), 500),
                        new Due(minute(74), new Work(2, 200, 400), 500));
    }

    @Test
    void takesWhatCameFirstForDone() {
        deadlines.came(minute(1), 3);
        deadlines.came(minute(10), 2);
        deadlines.open(minute(11), 1);

        assertThat(deadlines.waiting(0, EACH, 500)).containsExactly(new Due(minute(74), new Work(1, 100, 200), 500));
    }

    @Test
    void takesWhatCameFirstForInWork() {
        deadlines.came(minute(1), 3);
        deadlines.came(minute(10), 2);
        deadlines.open(minute(11), 5);

        assertThat(deadlines.waiting(4, EACH, 500)).containsExactly(new Due(minute(74), new Work(1, 100, 200), 500));
    }

    @Test
    void countsWhatNobodySawComeAsComeFirst() {
        deadlines.came(minute(1), 3);
        deadlines.open(minute(5), 7);

        assertThat(deadlines.waiting(0, EACH, 500)).containsExactly(new Due(minute(65), new Work(7, 700, 1400), 500));
    }

    @Property
    void promisesNothingLaterThanItIsDueAndForgetsNothing(
            @ForAll @Size(max = 400) List<@IntRange(max = 3) Integer> arrivals, @ForAll @IntRange(max = 3) int done) {
        Deadlines watched = new Deadlines(Duration.ofMinutes(10));
        Deque<Instant> exact = new ArrayDeque<>();
        Instant now = Instant.EPOCH;
        for (int came : arrivals) {
            for (int i = 0; i < came; i++) {
                exact.addLast(now.plus(Duration.ofMinutes(10)));
            }
            for (int i = 0; i < done && !exact.isEmpty(); i++) {
                exact.removeFirst();
            }
            watched.came(now, came);
            now = now.plus(TICK);
            watched.open(now, exact.size());
        }

        List<Due> due = watched.waiting(0, EACH, 200);

        assertThat(due).hasSizeLessThanOrEqualTo(Deadlines.SPANS + 2);
        assertThat(due.stream().mapToDouble(one -> one.work().requests()).sum()).isEqualTo(exact.size());
        for (Due one : due) {
            for (int i = 0; i < one.work().requests(); i++) {
                assertThat(one.deadline()).isBeforeOrEqualTo(exact.removeFirst());
            }
        }
    }
}
