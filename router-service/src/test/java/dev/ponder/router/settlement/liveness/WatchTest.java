package dev.ponder.router.settlement.liveness;

import static dev.ponder.router.settlement.decision.Outcomes.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.work.WorkPlace;
import dev.ponder.router.settlement.decision.OpenWork;
import dev.ponder.router.settlement.decision.Outcomes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class WatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final LivenessRules RULES = new LivenessRules(2, GRACE, PATIENCE, Duration.ofMinutes(30));
    private static final Instant DEADLINE = NOW.plusSeconds(300);
    private static final Fronts BEFORE = front(10);
    private static final Fronts PASSED = front(11);

    private final Watch watch = new Watch(RULES);

    @Test
    void leavesWorkAloneWhoseRecordWaitsOrIsHeldInTheQueue() {
        assertThat(look(work(1, null), BEFORE, true, NOW.plusSeconds(100))).isEmpty();
        assertThat(look(work(1, null), Fronts.UNKNOWN, true, NOW.plusSeconds(200)))
                .isEmpty();
    }

    @Test
    void findsAnOrphanWhenItsRecordIsPassedAndNoOutcomeComes() {
        OpenWork work = work(1, null);
        assertThat(look(work, PASSED, true, NOW)).isEmpty();
        assertThat(look(work, PASSED, true, NOW.plus(PATIENCE).minusMillis(1))).isEmpty();
        assertThat(look(work, PASSED, true, NOW.plus(PATIENCE))).containsExactly(new Finding.Orphaned(work));
    }

    @Test
    void findsNoOrphanWhileItHasNotHeardAll() {
        OpenWork work = work(1, null);
        look(work, PASSED, false, NOW);
        assertThat(look(work, PASSED, false, NOW.plusSeconds(60))).isEmpty();
        assertThat(look(work, PASSED, true, NOW.plusSeconds(61))).containsExactly(new Finding.Orphaned(work));
    }

    @Test
    void trustsALeaseUntilItLapses() {
        OpenWork work = work(1, NOW.plusSeconds(60));
        assertThat(look(work, PASSED, true, NOW.plusSeconds(60))).isEmpty();
        assertThat(look(work, PASSED, true, NOW.plusSeconds(61))).isEmpty();
        assertThat(look(work, PASSED, true, NOW.plusSeconds(66))).containsExactly(new Finding.Orphaned(work));
    }

    @Test
    void forgetsASuspicionThatWasNone() {
        OpenWork work = work(1, NOW.minusSeconds(1));
        look(work, PASSED, true, NOW);
        look(work(1, NOW.plusSeconds(3)), PASSED, true, NOW.plusSeconds(2));
        assertThat(look(work, PASSED, true, NOW.plusSeconds(6))).isEmpty();
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        OpenWork work = work(2, null);
        look(work, PASSED, true, NOW);
        assertThat(look(work, PASSED, true, NOW.plus(PATIENCE))).containsExactly(new Finding.Exhausted(work));
    }

    @Test
    void endsEveryRequestAfterItsDeadlineWhoeverHasIt() {
        OpenWork held = work(1, DEADLINE.plusSeconds(60));
        assertThat(look(held, BEFORE, false, DEADLINE.plus(GRACE))).isEmpty();
        assertThat(look(held, BEFORE, false, DEADLINE.plus(GRACE).plusMillis(1)))
                .containsExactly(new Finding.Overdue(held));
    }

    @Test
    void findsNothingTwiceUntilItMustHaveFailed() {
        OpenWork work = work(1, null);
        look(work, PASSED, true, NOW);
        look(work, PASSED, true, NOW.plus(PATIENCE));
        assertThat(look(work, PASSED, true, NOW.plus(PATIENCE).plusSeconds(1))).isEmpty();
        assertThat(look(work, PASSED, true, NOW.plus(PATIENCE.multipliedBy(4)))).hasSize(1);
    }

    @Test
    void remindsTheRegisterOfOldWork() {
        OpenWork work = new OpenWork(
                Outcomes.dispatched("a", 1).asked(), NOW.plus(Duration.ofHours(12)), place(), 100, null, NOW);
        assertThat(look(work, BEFORE, true, NOW.plus(Duration.ofMinutes(31))))
                .containsExactly(new Finding.Fading(work));
    }

    @Test
    void endsARequestInTimeThoughTheRegisterWasJustReminded() {
        Instant longAgo = DEADLINE.minus(Duration.ofMinutes(31));
        OpenWork work = new OpenWork(Outcomes.dispatched("a", 1).asked(), DEADLINE, place(), 100, null, longAgo);
        assertThat(look(work, BEFORE, true, DEADLINE.plus(GRACE))).containsExactly(new Finding.Fading(work));

        assertThat(look(work, BEFORE, true, DEADLINE.plus(GRACE).plusMillis(1)))
                .containsExactly(new Finding.Overdue(work));
    }

    @Test
    void endsARequestInTimeThoughItWasJustFoundToBeNobodys() {
        OpenWork work = work(1, null);
        look(work, PASSED, true, DEADLINE.plus(GRACE).minus(PATIENCE));
        assertThat(look(work, PASSED, true, DEADLINE.plus(GRACE))).containsExactly(new Finding.Orphaned(work));

        assertThat(look(work, PASSED, true, DEADLINE.plus(GRACE).plusMillis(1)))
                .containsExactly(new Finding.Overdue(work));
    }

    private List<Finding> look(OpenWork work, Fronts fronts, boolean allHeard, Instant now) {
        return watch.look(Map.of("digest", work), fronts, allHeard, now);
    }

    private static OpenWork work(int attempt, @Nullable Instant heldUntil) {
        return new OpenWork(Outcomes.dispatched("a", attempt).asked(), DEADLINE, place(), 100, heldUntil, NOW);
    }

    private static WorkPlace place() {
        return new WorkPlace("reasoning.work.main.interactive", 0, 10);
    }

    private static Fronts front(long offset) {
        return new Fronts(Map.of(Fronts.Lane.of(place()), offset));
    }
}
