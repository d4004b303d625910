package dev.ponder.reasoner.recall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ponder.contracts.progress.Progress;
import dev.ponder.contracts.work.Task;
import dev.ponder.mechanics.time.ManualTicker;
import dev.ponder.reasoner.path.Tasks;
import dev.ponder.reasoner.progress.Pace;
import dev.ponder.reasoner.progress.ProgressKeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EarlierHolderTest {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Task TASK = Tasks.task("r-1", Duration.ofMinutes(1));
    private static final Instant NEVER = Instant.MAX;

    private final ManualTicker ticker = new ManualTicker(TASK.arrivedAt().plusSeconds(1));
    private final Instant began = ticker.now();
    private Instant outcomeAt = NEVER;
    private Instant diesAt = began;
    private boolean leftNothing;

    private EarlierHolder holder() {
        ProgressKeeper keeper = new ProgressKeeper(
                _ -> CompletableFuture.completedFuture(null),
                (_, _, _) -> lastProgress(),
                new Pace(EVERY, 1),
                EVERY,
                true,
                ticker);
        return new EarlierHolder(_ -> !ticker.now().isBefore(outcomeAt), keeper, ticker, ticker::advance);
    }

    /** A record a second, as long as it lives. */
    private Optional<Progress> lastProgress() {
        if (leftNothing) {
            return Optional.empty();
        }
        Instant now = ticker.now();
        Instant last = now.isBefore(diesAt) ? now : diesAt;
        return Optional.of(new Progress(
                Progress.VERSION, TASK.tenant(), TASK.id(), 1, 1, TASK.arrivedAt(), List.of(), last, 0, Map.of()));
    }

    @Test
    void isBelievedAtOnceWhereItsOutcomeIsThere() throws Exception {
        outcomeAt = began;

        boolean concludes = holder().concludes(TASK);

        assertThat(concludes).isTrue();
        assertThat(ticker.now()).isEqualTo(began);
    }

    @Test
    void isNotWaitedForWhereItHasLeftNothing() throws Exception {
        leftNothing = true;

        boolean concludes = holder().concludes(TASK);

        assertThat(concludes).isFalse();
        assertThat(ticker.now()).isEqualTo(began);
    }

    @Test
    void isGivenUpAfterAShortSilence() throws Exception {
        boolean concludes = holder().concludes(TASK);

        assertThat(concludes).isFalse();
        assertThat(ticker.now()).isEqualTo(began.plusSeconds(2));
    }

    @Test
    void isWaitedForWhileItGoesOn() throws Exception {
        diesAt = NEVER;
        outcomeAt = began.plusSeconds(9);

        boolean concludes = holder().concludes(TASK);

        assertThat(concludes).isTrue();
        assertThat(ticker.now()).isEqualTo(outcomeAt);
    }

    @Test
    void isGivenUpSoonAfterItDies() throws Exception {
        diesAt = began.plusSeconds(5);

        boolean concludes = holder().concludes(TASK);

        assertThat(concludes).isFalse();
        assertThat(ticker.now()).isBetween(diesAt.plusSeconds(2), diesAt.plusSeconds(3));
    }

    @Test
    void isNotWaitedForPastTheDeadline() throws Exception {
        diesAt = NEVER;

        boolean concludes = holder().concludes(TASK);

        assertThat(concludes).isFalse();
        assertThat(ticker.now()).isEqualTo(TASK.deadline());
    }
}
