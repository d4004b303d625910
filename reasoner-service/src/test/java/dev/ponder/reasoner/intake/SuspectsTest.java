package dev.ponder.reasoner.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.progress.BegunChain;
import dev.ponder.contracts.progress.Progress;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.reasoner.path.Tasks;
import dev.ponder.reasoner.progress.Keepers;
import dev.ponder.reasoner.progress.Pace;
import dev.ponder.reasoner.progress.Trail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuspectsTest {

    private static final int MOST = 4;
    private static final Task SOON = Tasks.task("soon", Duration.ofSeconds(30));
    private static final Task LATE = Tasks.task("late", Duration.ofMinutes(1));
    private static final Task LATER = Tasks.task("later", Duration.ofMinutes(2));

    private final ManualTicker ticker = new ManualTicker(Tasks.ARRIVED);
    private final List<Progress> kept = new ArrayList<>();
    private final ScriptedHold hold = new ScriptedHold();
    private int pauses;
    private Runnable meanwhile = () -> {};
    private final Suspects suspects = new Suspects(MOST, ticker, _ -> {
        pauses++;
        meanwhile.run();
    });

    @Test
    void letsBeginAtOnceWhatIsNotSuspected() throws Exception {
        try (Suspects.Turn _ = turn(LATE, MOST)) {
            Suspects.Turn fresh = turn(SOON, MOST - 1);

            fresh.close();
            assertThat(pauses).isZero();
            assertThat(kept).extracting(Progress::id).containsExactly(LATE.id());
        }
    }

    @Test
    void letsOneSuspectBeginAfterTheOther() throws Exception {
        Suspects.Turn first = turn(LATE, MOST);
        meanwhile = () -> {
            assertThat(kept).extracting(Progress::id).containsExactly(LATE.id());
            first.close();
        };

        turn(SOON, MOST).close();

        assertThat(pauses).isEqualTo(1);
        assertThat(kept).extracting(Progress::id).containsExactly(LATE.id(), SOON.id());
    }

    @Test
    void waitsForNoneWhoseRecordWasHandedOff() throws Exception {
        hold.onHandOff(() -> {});
        try (Suspects.Turn _ = turn(LATE, MOST)) {
            hold.handOff();

            turn(SOON, MOST).close();

            assertThat(pauses).isZero();
        }
    }

    @Test
    void waitsNoLongerThanToTheDeadline() throws Exception {
        meanwhile = () -> ticker.advance(Duration.ofSeconds(30));
        try (Suspects.Turn _ = turn(LATER, MOST)) {
            turn(SOON, MOST).close();

            assertThat(pauses).isEqualTo(1);
        }
    }

    @Test
    void writesDownThatItBeginsBesideWhatWasThought() throws Exception {
        Progress before = Keepers.progress(SOON, 2, "<think>3/4", 4);

        turn(SOON, MOST, Optional.of(before)).close();

        assertThat(kept).singleElement().satisfies(mark -> {
            assertThat(mark.alone()).isEqualTo(1);
            assertThat(mark.chains()).isEqualTo(before.chains());
        });
    }

    @Test
    void blamesNothingThatIsGivenBackAlive() throws Exception {
        Trail trail = trail(SOON, MOST, Optional.empty());
        suspects.turn(SOON, MOST, trail, hold).close();

        trail.leave(List.of(new BegunChain("<think>3/4", 4, List.of("there:1"))));

        assertThat(kept).extracting(Progress::alone).containsExactly(1, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "4, 4, 9, false",
        "4, 5, 0, false",
        "4, 5, 1, true",
        "2, 3, 0, false",
        "2, 3, 1, true",
        "1, 2, 0, false",
        "1, 3, 1, true"
    })
    void givesUpWhatCameTooOftenAndWasAlone(int most, int deliveries, int alone, boolean guilty) throws Exception {
        Trail trail = trail(SOON, deliveries, Optional.of(Keepers.alone(SOON, alone)));

        boolean judged = new Suspects(most, ticker, _ -> {}).isGuilty(deliveries, trail);

        assertThat(judged).isEqualTo(guilty);
    }

    private Suspects.Turn turn(Task task, int deliveries) throws InterruptedException {
        return turn(task, deliveries, Optional.empty());
    }

    private Suspects.Turn turn(Task task, int deliveries, Optional<Progress> found) throws InterruptedException {
        return suspects.turn(task, deliveries, trail(task, deliveries, found), hold);
    }

    private Trail trail(Task task, int deliveries, Optional<Progress> found) {
        return Keepers.keeper(new Pace(Duration.ofSeconds(1), 16), found, kept, ticker)
                .follow(task, Tasks.ARRIVED, deliveries, true);
    }
}
